using System.Globalization;
using System.Text.Json;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>What the subnet's judge looks at in an answer.</summary>
public enum Criterion
{
    Accuracy,
    Relevance,
    Completeness,
    Clarity,
    InstructionFollowing,
    Format,
    Safety,
}

public static class Criteria
{
    /// <summary>Above what adding up decimal fractions makes of a sum.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>The shares that the subnet is known to use.</summary>
    public static IReadOnlyDictionary<Criterion, double> SubnetWeights { get; } = new Dictionary<Criterion, double>
    {
        [Criterion.Accuracy] = 0.70,
        [Criterion.Relevance] = 0.075,
        [Criterion.Completeness] = 0.075,
        [Criterion.Clarity] = 0.05,
        [Criterion.InstructionFollowing] = 0.05,
        [Criterion.Format] = 0.025,
        [Criterion.Safety] = 0.025,
    };

    /// <summary>The name as people read it: <c>Instruction following</c>.</summary>
    public static string Title(this Criterion criterion) =>
        criterion == Criterion.InstructionFollowing ? "Instruction following" : criterion.ToString();

    /// <summary>The name in JSON and on the command line: <c>instruction_following</c>.</summary>
    public static string Name(this Criterion criterion) => JsonNamingPolicy.SnakeCaseLower.ConvertName(criterion.ToString());

    /// <summary>Reads what <see cref="Write"/> writes; a criterion that is left out counts for nothing.</summary>
    /// <exception cref="OperatorException">It is something else.</exception>
    public static IReadOnlyDictionary<Criterion, double> ReadWeights(string text)
    {
        var criteria = Enum.GetValues<Criterion>().ToDictionary(Name);
        var weights = new Dictionary<Criterion, double>();
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (!criteria.TryGetValue(parts[0], out var criterion))
                throw new OperatorException($"A criterion's weight is NAME=NUMBER, with a NAME of {string.Join(", ", criteria.Keys)}.");
            if (!double.TryParse(parts.ElementAtOrDefault(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
                throw new OperatorException($"The weight of {parts[0]} must be a number from 0 to 1.");
            if (!weights.TryAdd(criterion, weight)) throw new OperatorException($"The weight of {parts[0]} is given twice.");
        }

        return Weights(weights);
    }

    /// <summary>As <c>accuracy=0.7,relevance=0.075</c> and so on, without those that count for nothing.</summary>
    public static string Write(IReadOnlyDictionary<Criterion, double> weights)
    {
        var counting = weights.Where(weight => weight.Value > 0);
        return string.Join(',', counting.Select(weight => FormattableString.Invariant($"{weight.Key.Name()}={weight.Value}")));
    }

    /// <summary>
    /// The weights of all criteria, in their order. They are not brought to a sum of 1: who mistypes one shall learn of it.
    /// </summary>
    /// <exception cref="OperatorException">A weight is below 0, or they do not sum to 1.</exception>
    internal static IReadOnlyDictionary<Criterion, double> Weights(IReadOnlyDictionary<Criterion, double> given)
    {
        if (given.FirstOrDefault(weight => !(weight.Value >= 0)) is { Value: not 0 } wrong)
            throw new OperatorException($"The weight of {wrong.Key.Name()} must be a number from 0 to 1.");
        var sum = given.Values.Sum();
        return Math.Abs(sum - 1) <= Tolerance
            ? Enum.GetValues<Criterion>().ToDictionary(criterion => criterion, criterion => given.GetValueOrDefault(criterion))
            : throw new OperatorException(FormattableString.Invariant($"The criteria's weights must sum to 1; these sum to {sum:G6}."));
    }
}
