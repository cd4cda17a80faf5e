
namespace Miner.Mathematics.Numbers;

/// <summary>Measures of a list of numbers, which must not be empty.</summary>
public static class Statistics
{
    public static Rational Sum(IReadOnlyCollection<Rational> values) => values.Aggregate(Rational.Zero, (sum, value) => sum + value);

    public static Rational Mean(IReadOnlyCollection<Rational> values) => Sum(values) / values.Count;

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static Rational Median(IReadOnlyCollection<Rational> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The most frequent values, ascending; empty where there are several and all are equally frequent.</summary>
    public static IReadOnlyList<Rational> Modes(IReadOnlyCollection<Rational> values)
    {
        var counts = values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        var most = counts.Values.Max();
        if (counts.Count > 1 && counts.Values.All(count => count == most)) return [];
        return [.. counts.Where(count => count.Value == most).Select(count => count.Key).Order()];
    }

    public static Rational Range(IReadOnlyCollection<Rational> values) => values.Max() - values.Min();

    /// <summary>The mean squared distance from the mean.</summary>
    public static Rational PopulationVariance(IReadOnlyCollection<Rational> values) => SquaredDistances(values) / values.Count;

    /// <summary>The estimate from a sample, divided by one less than its size.</summary>
    /// <exception cref="DivideByZeroException">There is one value only.</exception>
    public static Rational SampleVariance(IReadOnlyCollection<Rational> values) => SquaredDistances(values) / (values.Count - 1);

    private static Rational SquaredDistances(IReadOnlyCollection<Rational> values)
    {
        var mean = Mean(values);
        return Sum([.. values.Select(value => (value - mean) * (value - mean))]);
    }
}
