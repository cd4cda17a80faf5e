namespace Miner.Operator.Evaluation.Comparison;

/// <summary>
/// A second proportion less a first, each from 0 to 1, with its 95 % confidence interval by Newcombe's square-and-add method: the limits of
/// both proportions' score intervals (Wilson 1927) are combined as those of a difference. Its coverage holds near 0 and 1, where a miner's
/// accuracy lies and the textbook interval does not.
/// </summary>
/// <param name="Value">From -1 to 1.</param>
/// <param name="Lower">The interval's lower limit, from -1.</param>
/// <param name="Upper">The interval's upper limit, to 1.</param>
public readonly record struct ProportionDifference(double Value, double Lower, double Upper)
{
    /// <summary>The normal distribution's quantile of 97.5 %.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Whether the interval leaves out that there is no difference.</summary>
    public bool IsSignificant => Lower > 0 || Upper < 0;

    /// <summary>
    /// Of the same questions, asked twice. Newcombe, "Improved confidence intervals for the difference between binomial proportions based
    /// on paired data", Statistics in Medicine 17 (1998) 2635-2650, method 10.
    /// </summary>
    /// <param name="both">Questions right both times.</param>
    /// <param name="firstOnly">Questions right the first time alone.</param>
    /// <param name="secondOnly">Questions right the second time alone.</param>
    /// <param name="neither">Questions right neither time; with the others at least 1.</param>
    public static ProportionDifference Paired(int both, int firstOnly, int secondOnly, int neither)
    {
        var count = (double)both + firstOnly + secondOnly + neither;
        var first = Proportion.Of(both + firstOnly, count);
        var second = Proportion.Of(both + secondOnly, count);
        return Of(first, second, Correlation(both, firstOnly, secondOnly, neither));
    }

    /// <summary>
    /// Of questions that are not the same. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
    /// eleven methods", Statistics in Medicine 17 (1998) 873-890, method 10.
    /// </summary>
    /// <param name="firstCount">At least 1.</param>
    /// <param name="secondCount">At least 1.</param>
    public static ProportionDifference Independent(int firstRight, int firstCount, int secondRight, int secondCount) =>
        Of(Proportion.Of(firstRight, firstCount), Proportion.Of(secondRight, secondCount), correlation: 0);

    private static ProportionDifference Of(Proportion first, Proportion second, double correlation)
    {
        var value = second.Value - first.Value;
        var lower = value - Combined(second.Value - second.Lower, first.Upper - first.Value, correlation);
        var upper = value + Combined(second.Upper - second.Value, first.Value - first.Lower, correlation);
        return new ProportionDifference(value, Math.Max(-1, lower), Math.Min(1, upper));
    }

    private static double Combined(double one, double other, double correlation) =>
        Math.Sqrt(Math.Max(0, (one * one) - (2 * correlation * one * other) + (other * other)));

    /// <summary>The phi coefficient, where it is positive with a continuity correction of half a question.</summary>
    private static double Correlation(double both, double firstOnly, double secondOnly, double neither)
    {
        var margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
        if (margins == 0) return 0;
        var excess = (both * neither) - (firstOnly * secondOnly);
        var correction = (both + firstOnly + secondOnly + neither) / 2;
        return (excess > 0 ? Math.Max(0, excess - correction) : excess) / Math.Sqrt(margins);
    }

    /// <summary>A proportion with its score interval (Wilson).</summary>
    private readonly record struct Proportion(double Value, double Lower, double Upper)
    {
        public static Proportion Of(double successes, double count)
        {
            var value = successes / count;
            var middle = (2 * successes) + (Z * Z);
            var reach = Z * Math.Sqrt((Z * Z) + (4 * successes * (1 - value)));
            var whole = 2 * (count + (Z * Z));
            return new Proportion(value, (middle - reach) / whole, (middle + reach) / whole);
        }
    }
}
