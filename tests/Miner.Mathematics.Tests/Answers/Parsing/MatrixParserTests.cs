using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>Sums, products, powers and determinants of matrices in the plain notation.</summary>
internal sealed class MatrixParserTests
{
    [TestCase("⟦1¦2‖3¦4⟧⟦0¦1‖1¦0⟧", "matrix 2 1 | 4 3", Description = "swaps the columns")]
    [TestCase("⟦0¦1‖1¦0⟧ * ⟦1¦2‖3¦4⟧", "matrix 3 4 | 1 2", Description = "swaps the rows")]
    [TestCase("⟦1¦2‖3¦4⟧^(T)⟦1‖1⟧", "matrix 4 | 6")]
    [TestCase("⟦1¦2‖3¦4⟧^(-1)⟦5‖11⟧", "matrix 1 | 2", Description = "solves x + 2y = 5, 3x + 4y = 11")]
    [TestCase("⟦1‖2⟧⟦3¦4⟧", "matrix 3 4 | 6 8")]
    [TestCase("⟦2⟧⟦3⟧⟦4⟧", "matrix 24")]
    [TestCase("1/2⟦2¦4⟧", "matrix 1 2")]
    [TestCase("(1/3)*⟦3‖6⟧", "matrix 1 | 2")]
    [TestCase("-⟦1¦-2⟧", "matrix -1 2")]
    [TestCase("⟦1¦2⟧-⟦3¦5⟧+2⟦1¦1⟧", "matrix 0 -1")]
    [TestCase("⟦1¦x⟧ + ⟦1¦-x⟧", "matrix 2 0")]
    [TestCase("⟦a+b⟧", "matrix f(a,b)")]
    [TestCase("⟦sqrt(2)¦0‖0¦sqrt(2)⟧^(2)", "matrix 2 0 | 0 2")]
    [TestCase("⟦0¦-1‖1¦0⟧^(2)", "matrix -1 0 | 0 -1", Description = "two quarter turns are a half turn")]
    public void Parse_OfMatrices_ComputesTheOne(string text, string expected) =>
        Assert.That(AnswerDescription.Of(MatrixParser.Parse(text)!), Is.EqualTo(expected));

    [TestCase("⟦1¦2⟧⟦3¦4⟧", Description = "the widths and heights do not fit")]
    [TestCase("⟦1¦2⟧+⟦1⟧")]
    [TestCase("⟦1¦2⟧+1")]
    [TestCase("⟦1¦2‖3⟧")]
    [TestCase("⟦1¦cat⟧")]
    [TestCase("⟦⟧")]
    [TestCase("⟦1¦2⟧^(2)")]
    [TestCase("⟦1¦2‖3¦4⟧^(3)")]
    [TestCase("⟦1¦2‖3¦4⟧^(n)")]
    [TestCase("⟦1¦0¦0‖0¦1¦0‖0¦0¦1⟧^(-1)")]
    [TestCase("⟦1⟧⟦2⟧^(2)")]
    [TestCase("2⟦1⟧3⟦1⟧")]
    [TestCase("⟦1⟧⟦1⟧⟦1⟧⟦1⟧", Description = "one factor too many")]
    [TestCase("⟧1⟦")]
    [TestCase("1 + 2")]
    public void Parse_OfWhatDoesNotFit_IsNone(string text) => Assert.That(MatrixParser.Parse(text), Is.Null);

    [TestCase(12, 10, true)]
    [TestCase(13, 1, false)]
    [TestCase(1, 11, false)]
    public void Parse_PastTheLimits_IsNone(int side, int terms, bool expected)
    {
        var row = string.Join('¦', Enumerable.Repeat("1", side));
        Assert.That(MatrixParser.Parse(string.Join('+', Enumerable.Repeat($"⟦{row}⟧", terms))) is not null, Is.EqualTo(expected));
    }

    [Test]
    public void Parse_OfTheInverseOfASingularMatrix_HasEntriesThatEqualNothing()
    {
        var inverse = MatrixParser.Parse("⟦1¦2‖2¦4⟧^(-1)")!;

        Assert.That(inverse.Rows.SelectMany(row => row).Where(entry => entry.SameAs(entry)), Is.Empty);
    }

    [TestCase("det ⟦7⟧", "7")]
    [TestCase("det ⟦1¦2‖2¦4⟧", "0")]
    [TestCase("det ⟦a¦b‖c¦d⟧", "a d - b c")]
    [TestCase("det ⟦1¦2¦3‖4¦5¦6‖7¦8¦10⟧", "-3")]
    [TestCase("det ⟦0¦1¦0‖1¦0¦0‖0¦0¦1⟧", "-1", Description = "one exchange of rows")]
    [TestCase("det ⟦1¦a¦a^2‖1¦b¦b^2‖1¦c¦c^2⟧", "(b - a)(c - a)(c - b)")]
    [TestCase("det ⟦1¦2¦0¦1‖0¦1¦3¦2‖2¦0¦1¦1‖1¦1¦1¦0⟧", "-15")]
    [TestCase("det ⟦cos(t)¦-sin(t)‖sin(t)¦cos(t)⟧", "1")]
    public void ParseDeterminant_OfASquareMatrix_IsItsValue(string text, string expected)
    {
        var determinant = MatrixParser.ParseDeterminant(text)!;

        Assert.That(determinant.Formula.SameAs(new Formula(Formulas.Of(expected))), Is.True);
    }

    [TestCase("det ⟦1¦2⟧")]
    [TestCase("det ⟦1¦0¦0¦0¦0‖0¦1¦0¦0¦0‖0¦0¦1¦0¦0‖0¦0¦0¦1¦0‖0¦0¦0¦0¦1⟧")]
    [TestCase("det ⟦1⟧⟦2⟧")]
    [TestCase("det 5")]
    [TestCase("⟦1⟧")]
    public void ParseDeterminant_OfAnythingElse_IsNone(string text) => Assert.That(MatrixParser.ParseDeterminant(text), Is.Null);
}
