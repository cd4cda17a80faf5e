using Miner.Mathematics.Answers;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Answers of which no two are the same: what a lenient comparison would mix up.</summary>
internal sealed class DistinctAnswersTests
{
    private static readonly string[] Texts =
    [
        // Numbers that share digits, or differ by little.
        "0", "1e-12", "1e-13", "1/7", "0.14", "2/3", "0.66", "2 2/3", "22/3", "12", "1.2", "-12", "120", "12,345", "12.345", "1.0000001",
        @"\pi", "3.14", "22/7", @"$\sqrt{2}$", @"$1+\sqrt{2}$", @"$1-\sqrt{2}$", @"$\frac{1+\sqrt{5}}{2}$", @"$2^{100}$", @"$2^{100}+1$",
        @"$3i$", "204_5", "204_6", "30%", "-30%", @"$e^{-800}$", @"$e^{-801}$", "10^1000", "10^1001",

        // Formulas.
        "$x$", "$y$", "$x^2$", "$x^2+1$", "$x^2-1$", "$2x$", "$|x|$", @"$\sqrt{x}$", @"$\frac{1}{x}$", "$-x$", @"$\sin x$", @"$\cos x$",
        "$f(x)$", "$f(y)$", "$n!$", "$2^n$", "$x+10^{-15}$", "$x_1$", "$x_2$", "$(x+y)^2$", "$x^2+y^2$",

        // Equations and ranges.
        "$x + y = 0$", "$x - y = 0$", "$x^2 + y = 0$", "$a + b = 0$", "$x > 5$", @"$x \ge 5$", "$x < 5$", @"$x \ne 5$", "$y > 5$",
        "$[0,1)$", "$[0,1]$", "$(0,1]$", @"$(-\infty,0)\cup(1,\infty)$", @"$(-\infty,0]\cup[1,\infty)$", @"$|x| < 5$",

        // Collections.
        "$1, 2$", "$1, 2, 3$", "$2, 3, 4$", "$(1, 3)$", "$(3, 1)$", "$(1, 3, 5)$", "$(1, 5, 3)$", @"$\pm 2021$", "$2021$", "$-2021$",
        "$a=7, b=8$", "$a=8, b=7$", @"$\begin{pmatrix}1&3\\5&7\end{pmatrix}$", @"$\begin{pmatrix}1&5\\3&7\end{pmatrix}$",

        // Ratios, times and texts.
        "3:7", "7:3", "12:00", "1:00", "12:30", "Paris", "London", "not possible", "possible", "January 5", "January 6", "(B)", "(D)",
        "7 hours 30 minutes", "7 hours 45 minutes", "no solution", "no real solutions", "DNE", "7 out of 10", "quarter to five",
        "quarter past five", "15 in 2020", "15 in 2021", "$]1,4[$", "$[1,3[$", "$]1,3]$",
    ];

    [Test]
    public void Equivalent_OfAnyTwo_IsFalse()
    {
        var answers = Texts.Select(text => FinalAnswer.Extract(text)!).ToList();
        var mixedUp =
            from first in Enumerable.Range(0, answers.Count)
            from second in Enumerable.Range(0, answers.Count)
            where first != second && answers[first].Equivalent(answers[second])
            select $"{Texts[first]} and {Texts[second]}";

        Assert.That(answers, Has.None.Null);
        Assert.That(mixedUp, Is.Empty);
    }

    [Test]
    public void Equivalent_ToItself_IsTrue() =>
        Assert.That(Texts.Where(text => !FinalAnswer.Extract(text)!.Equivalent(FinalAnswer.Extract($"**{text}**.")!)), Is.Empty);
}
