using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>One answer in two forms that models write (Data/README.md), in boxes, in sentences, and one in each.</summary>
internal sealed class EqualAnswersTests
{
    private static readonly IReadOnlyList<string[]> Pairs = [.. PairsFile.Read("equal-answers.tsv")];

    [Test]
    public void Equivalent_OfOneAnswerInTwoForms_IsTrueForSoMany()
    {
        var misses = Pairs.Where(pair => !IsEqual(Boxed(pair[0]), Boxed(pair[1])) || !IsEqual(Said(pair[0]), Said(pair[1]))
            || !IsEqual(Boxed(pair[0]), Said(pair[1]))).ToList();

        var figure = $"{Pairs.Count - misses.Count} of {Pairs.Count}";
        TestContext.Out.WriteLine($"{figure} answers in two forms called equal; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine(string.Join(" | ", miss));
        Assert.That(figure, Is.EqualTo(Figures.Documented("one answer in two forms that models write")));
        Assert.That(Pairs.Select(pair => (pair[0], pair[1])), Is.Unique);
    }

    private static bool IsEqual(string left, string right) =>
        FinalAnswer.Extract(left) is { } first && FinalAnswer.Extract(right) is { } second
        && first.Equivalent(second) && second.Equivalent(first);

    private static string Boxed(string answer) => $"\\boxed{{{answer}}}";

    private static string Said(string answer)
    {
        var isFormula = answer.AsSpan().ContainsAny(@"\^_") && !answer.Contains('$') && !answer.Contains(@"\(", StringComparison.Ordinal);
        return isFormula ? $"The answer is ${answer}$" : $"The answer is {answer}";
    }
}
