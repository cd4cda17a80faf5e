using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>What holds for all matrices, on drawn ones.</summary>
internal sealed class MatrixLawsTests
{
    [Test]
    public void Product_IsTheSumsOfProductsOfRowsAndColumns()
    {
        foreach (var random in Draws.Of(40))
        {
            var (height, inner, width) = (random.Next(1, 5), random.Next(1, 5), random.Next(1, 5));
            var (left, right) = (Draw(random, height, inner), Draw(random, inner, width));
            var product = new Rational[height, width];
            for (var (row, column) = (0, 0); row < height; (row, column) = column + 1 < width ? (row, column + 1) : (row + 1, 0))
            {
                for (var index = 0; index < inner; index++) product[row, column] += left[row, index] * right[index, column];
            }

            AssertSame($"{Text(left)}{Text(right)}", Text(product));
        }
    }

    [Test]
    public void Determinant_OfAProduct_IsTheProductOfTheDeterminants()
    {
        foreach (var random in Draws.Of(30))
        {
            var size = random.Next(1, 5);
            var (left, right) = (Text(Draw(random, size, size)), Text(Draw(random, size, size)));
            var product = Text(MatrixParser.Parse(left + right)!.Rows);
            Assert.That(Determinant(product), Is.EqualTo(Determinant(left) * Determinant(right)), $"{left}{right}");
        }
    }

    [Test]
    public void Determinant_WhenTwoRowsAreExchanged_ChangesItsSign()
    {
        foreach (var random in Draws.Of(30))
        {
            var rows = Text(Draw(random, 4, 4))[1..^1].Split('‖');
            var exchanged = $"⟦{rows[2]}‖{rows[1]}‖{rows[0]}‖{rows[3]}⟧";
            Assert.That(Determinant(exchanged), Is.EqualTo(-Determinant($"⟦{string.Join('‖', rows)}⟧")), exchanged);
            Assert.That(Determinant($"⟦{rows[0]}‖{rows[1]}‖{rows[0]}‖{rows[3]}⟧"), Is.EqualTo(Rational.Zero));
        }
    }

    [Test]
    public void Inverse_TimesTheMatrix_IsTheUnitMatrix()
    {
        foreach (var random in Draws.Of(60))
        {
            var matrix = Text(Draw(random, 2, 2));
            if (Determinant(matrix).IsZero) continue;
            AssertSame($"{matrix}^(-1){matrix}", "⟦1¦0‖0¦1⟧");
        }
    }

    [Test]
    public void Transpose_OfASum_IsTheSumOfTheTransposes()
    {
        foreach (var random in Draws.Of(40))
        {
            var (height, width) = (random.Next(1, 5), random.Next(1, 5));
            var (left, right) = (Text(Draw(random, height, width)), Text(Draw(random, height, width)));
            var sum = Text(MatrixParser.Parse($"{left}+{right}")!.Rows);
            AssertSame($"{sum}^(T)", Text(MatrixParser.Parse($"{left}^(T)+{right}^(T)")!.Rows));
            AssertSame($"{left}-{left}+2{right}", Text(MatrixParser.Parse($"{right}+{right}")!.Rows));
        }
    }

    private static Rational[,] Draw(Random random, int height, int width)
    {
        var matrix = new Rational[height, width];
        for (var index = 0; index < matrix.Length; index++) matrix[index / width, index % width] = random.Rational(6);
        return matrix;
    }

    private static string Text(Rational[,] matrix) => $"⟦{string.Join('‖', Enumerable.Range(0, matrix.GetLength(0)).Select(row =>
        string.Join('¦', Enumerable.Range(0, matrix.GetLength(1)).Select(column => DecimalText.Fraction(matrix[row, column])))))}⟧";

    private static string Text(IReadOnlyList<IReadOnlyList<Formula>> rows) =>
        $"⟦{string.Join('‖', rows.Select(row => string.Join('¦', row.Select(cell => DecimalText.Fraction(cell.Constant!.Value)))))}⟧";

    private static Rational Determinant(string matrix) => MatrixParser.ParseDeterminant($"det {matrix}")!.Formula.Constant!.Value;

    private static void AssertSame(string matrix, string expected) =>
        Assert.That(Text(MatrixParser.Parse(matrix)!.Rows), Is.EqualTo(expected), matrix);
}
