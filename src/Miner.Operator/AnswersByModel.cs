namespace Miner.Operator;

/// <summary>How many answers a model gave.</summary>
/// <param name="Model">Its name; null of answers that name none.</param>
public sealed record AnswersByModel(string? Model, int Answers)
{
    private const int MostListed = 8;

    /// <summary>Who gave how many, the most first.</summary>
    /// <param name="models">Of each answer the model that it names, or null.</param>
    public static IReadOnlyList<AnswersByModel> Count(IEnumerable<string?> models) =>
    [
        .. models.GroupBy(model => model, StringComparer.Ordinal)
            .Select(answers => new AnswersByModel(answers.Key, answers.Count()))
            .OrderByDescending(model => model.Answers)
            .ThenBy(model => model.Model, StringComparer.Ordinal),
    ];

    /// <summary>The first of <paramref name="models"/> in a few words; each answer may name another.</summary>
    public static string List(IReadOnlyList<AnswersByModel> models)
    {
        var listed = string.Join(", ", models.Take(MostListed));
        return models.Count <= MostListed ? listed : $"{listed} and {models.Count - MostListed} models more";
    }

    public override string ToString() => $"{Model ?? "a model that is not named"} {Answers}";
}
