using Miner.Application.ModelOutput.Damaged;
using Miner.Application.ModelOutput.Thoughts;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput;

/// <summary>Finds the object that is the answer among all that a model wrote.</summary>
internal static class AnswerObject
{
    /// <summary>The object that is the answer, read or repaired; null where there is none.</summary>
    /// <param name="text">All that the model sent.</param>
    /// <param name="tags">The tags of its thoughts.</param>
    /// <param name="answer">The text without the thoughts.</param>
    public static FoundJson<AnswerFields>? Find(string text, IReadOnlyList<ThinkTag> tags, string answer)
    {
        var all = Find(text, tags, repair: false);
        var valid = all.Where(found => found is { Value.Form: AnswerForm.Named, IsThought: false }).ToList();
        if (valid.Count > 0)
        {
            var last = WithNotebook(valid.FindLast(IsWhole) is { Value: not null } whole ? whole : valid[^1], all);
            return last with { Value = last.Value with { Notebook = last.Value.Notebook ?? DamagedAnswer.NotebookBehind(text, last.End) } };
        }

        if (tags.Count > 0 && Best(Find(answer, tags: [], repair: true)) is { Value.Form: AnswerForm.Named, IsClosed: true } closed)
            return closed;
        if (Best(Find(text, tags, repair: true)) is { } best) return best;
        if (answer.Length == 0) return Best(Find(text, tags: [], repair: true));
        return AnswerFields.LackBrace(answer) ? Find(Braced(answer), tags: [], Braced(answer)) : null;
    }

    /// <summary>With the brace that a model was given, or forgot, before the name of the response.</summary>
    public static string Braced(string answer) => AnswerFields.LackBrace(answer) ? "{" + answer : answer;

    /// <summary>Whether an object comes first in <paramref name="answer"/>.</summary>
    public static bool Begins(string answer) =>
        JsonTrivia.Skip(answer, 0) is var first && first < answer.Length && JsonSyntax.IsOpener(answer[first]);

    private static bool IsWhole(FoundJson<AnswerFields> found) => found.Value.Notebook is not null;

    private static IReadOnlyList<FoundJson<AnswerFields>> Find(string text, IReadOnlyList<ThinkTag> tags, bool repair) =>
        new EmbeddedJson<AnswerFields>(text, "{", AnswerFields.Find, repair).Find(tags);

    /// <summary>The last of the surest. A model that was still thinking may have changed its mind.</summary>
    private static FoundJson<AnswerFields>? Best(IReadOnlyList<FoundJson<AnswerFields>> found) => Surest(found) is { } best
        ? WithNotebook(best, found)
        : null;

    /// <summary>With the notebook of an object that has nothing else: the two fields as two objects.</summary>
    private static FoundJson<AnswerFields> WithNotebook(FoundJson<AnswerFields> answer, IReadOnlyList<FoundJson<AnswerFields>> all)
    {
        if (answer.Value.Notebook is not null) return answer;
        var notebook = all.LastOrDefault(other =>
            other is { Value: { Response: null, Notebook: not null }, IsThought: false }
        ).Value?.Notebook;
        return answer with { Value = answer.Value with { Notebook = notebook } };
    }

    private static FoundJson<AnswerFields>? Surest(IReadOnlyList<FoundJson<AnswerFields>> found) => found
        .Where(candidate => candidate.Leads || candidate.Value.Form != AnswerForm.Alias)
        .OrderBy(candidate => !candidate.IsThought)
        .ThenBy(candidate => candidate.Value.Form)
        .ThenBy(candidate => candidate.IsClosed)
        .Select(candidate => (FoundJson<AnswerFields>?)candidate)
        .LastOrDefault();
}
