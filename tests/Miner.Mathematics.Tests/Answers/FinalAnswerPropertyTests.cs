using Miner.Mathematics.Answers;
using Miner.Mathematics.Tests.Answers.Equality;
using Miner.Testing;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Answers;

/// <summary>What holds for every text, and how long it may take.</summary>
internal sealed class FinalAnswerPropertyTests
{
    private const int MaxText = 50_000;

    // The worst was measured at some tenths of a second, without optimisation.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] Fragments =
    [
        "1",
        "2/3",
        "-",
        ",",
        " ",
        "x",
        "=",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\\frac{1}{2}",
        "\\sqrt{2}",
        "\\pm",
        "\\pi",
        "^",
        "_",
        "%",
        "$",
        "\\cup",
        "<",
        "\\boxed{",
        "\\text{cm}",
        "and",
        "or",
        ";",
        ":",
        "|",
        "!",
        "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
        "sin",
        "°",
        "5.0",
    ];

    [Property(MaxTest = 300)]
    public bool Equivalent_OnAnyText_IsReflexive(string? text) =>
        FinalAnswer.Extract(text ?? "") is not { } answer || answer.Equivalent(FinalAnswer.Extract(text ?? "")!);

    [Property(MaxTest = 1_000)]
    public bool Equivalent_OnAnythingLikeAFormula_IsReflexive(byte[] parts)
    {
        var text = Formula(parts);
        return FinalAnswer.Extract(text) is not { } answer || answer.Equivalent(FinalAnswer.Extract(text)!);
    }

    [Property(MaxTest = 1_000)]
    public bool Equivalent_OnAnythingLikeFormulas_IsSymmetric(byte[] left, byte[] right) =>
        FinalAnswer.Extract(Formula(left)) is not { } first
        || FinalAnswer.Extract(Formula(right)) is not { } second
        || first.Equivalent(second) == second.Equivalent(first);

    [Property]
    public bool Equivalent_OfIntegers_IsEquality(int left, int right) =>
        FinalAnswer.Extract($"{left}")!.Equivalent(FinalAnswer.Extract($"$\\boxed{{{right}}}$")!) == (left == right);

    [Property]
    public bool Equivalent_OfFractions_IsThatOfTheirProducts(short a, short b, byte c, byte d) =>
        FinalAnswer.Extract($"$\\frac{{{a}}}{{{c + 1}}}$")!.Equivalent(FinalAnswer.Extract($"{b}/{d + 1}")!)
        == (a * (d + 1) == b * (c + 1));

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("{", "}")]
    [TestCase("\\boxed{", "}")]
    [TestCase("\\frac{1}{", "}")]
    [TestCase("\\frac", "")]
    [TestCase("\\sqrt{x+", "}")]
    [TestCase("\\left(", "\\right)")]
    [TestCase("\\text{", "}")]
    [TestCase("\\begin{pmatrix}1&", "\\end{pmatrix}")]
    [TestCase("$", "$")]
    [TestCase("$1", "")]
    [TestCase("\\(", "\\)")]
    [TestCase("|", "|")]
    [TestCase("±", "")]
    [TestCase("-", "")]
    [TestCase("x^", "")]
    [TestCase("9^", "")]
    [TestCase("9!", "")]
    [TestCase("1,", "")]
    [TestCase("1:2:", "")]
    [TestCase("x=1,", "")]
    [TestCase("a<", "")]
    [TestCase("(1,2)\\cup", "")]
    [TestCase("(x+y)", "")]
    [TestCase("(a+b+c)^9", "")]
    [TestCase("\\sin(x)^{99}+", "")]
    [TestCase("\\boxed{1} and ", "")]
    [TestCase("answer is ", "")]
    [TestCase("answer", "")]
    [TestCase("A:\n", "")]
    [TestCase("####", "")]
    [TestCase("**", "")]
    [TestCase("1 000 ", "")]
    [TestCase("0.33...", "")]
    [TestCase("{1\\over ", "}")]
    [TestCase("one hundred ", "")]
    [TestCase("half of ", "")]
    [TestCase("since 5 ", "")]
    [TestCase(" (word 5", ")")]
    [TestCase("Jan 5, ", "")]
    [TestCase("(A) ", "")]
    [TestCase("|x-1|<", "")]
    [TestCase("5!", "")]
    [TestCase("max(", ")")]
    [TestCase("3 mod ", "")]
    [TestCase("9", "")]
    [TestCase("0.\\dot{1}", "")]
    [TestCase("5 cm", "")]
    [TestCase("<think>", "</think>")]
    [TestCase("\ud800", "")]
    [TestCase("\0", "")]
    public void Extract_WhenHugeAndHostile_EndsFast(string opening, string closing)
    {
        foreach (var length in new[] { 1_900, MaxText })
        {
            var body = AnswerAssert.Repeat(opening, length / opening.Length);
            foreach (
                var text in new[]
                {
                    body,
                    $"ANSWER: {body}",
                    $"\\boxed{{{body}}}",
                    body + "1" + AnswerAssert.Repeat(closing, length / opening.Length),
                }
            )
            {
                var reply = text.Length > MaxText ? text[..MaxText] : text;
                CpuTime.EnsureLess(Patience, () =>
                {
                    var answer = FinalAnswer.Extract(reply, "How many?");
                    var again = FinalAnswer.Extract(reply + " ");
                    Assert.That(() => answer is not null && again is not null && answer.Equivalent(again), Throws.Nothing);
                });
            }
        }
    }

    [TestCase(@"\frac{2^{9000}}{3^{6000}}x + \frac{5^{4000}}{7^{3500}}y = 1")]
    [TestCase(@"\frac{2^{9000}}{3^{6000}}x + \frac{5^{4000}}{7^{3500}} > 1")]
    [TestCase(@"2^{9000}x^2 + \frac{x}{7^{3500}y+1} < 1")]
    [TestCase(@"0.1234567891234 \cdot 10^{-3000}")]
    [TestCase(@"[10^{-3000}, 10^{3000}]")]
    [TestCase(@"\begin{pmatrix}2^{9000}&3^{5000}\\5^{4000}&7^{3000}\end{pmatrix}^{-1}")]
    [TestCase("10^3000:7^3000")]
    [TestCase(@"x^{2^{9000}}")]
    [TestCase(@"\sqrt{2^{9999}}")]
    public void Equivalent_WhenNumbersAreAtTheLimits_IsReflexiveAndDoesNotThrow(string text)
    {
        var answers = new[] { text, $"\\boxed{{{text}}}", $"ANSWER: ${text}$", "1.234567890123", "2:3", "x > 1" }
            .Select(reply => FinalAnswer.Extract(reply)!).ToList();

        Assert.That(
            () => answers.Exists(first => answers.Exists(second => first.Equivalent(second) != second.Equivalent(first))),
            Is.False);
        Assert.That(answers[1].Equivalent(answers[2]), Is.True);
    }

    private static string Formula(byte[] parts) => string.Concat(parts.Select(part => Fragments[part % Fragments.Length]));
}
