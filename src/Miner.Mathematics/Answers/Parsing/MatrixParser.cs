using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Reads matrices, and sums and products of them, in the notation of <see cref="LatexRewriter"/>.</summary>
internal static class MatrixParser
{
    private const int MaxSide = 12;

    // Each further product multiplies the size of every entry's formula.
    private const int MaxFactors = 3;
    private const int MaxTerms = 10;
    private const int MaxDeterminant = 4;

    /// <summary>Null where the text holds no matrix, an entry is no formula, or the sizes do not fit.</summary>
    public static Matrix? Parse(string text)
    {
        if (!text.Contains('⟦', StringComparison.Ordinal)) return null;

        Expression[,]? total = null;
        var terms = Terms(text).ToList();
        foreach (var (isNegative, term) in terms)
        {
            if (terms.Count > MaxTerms || ReadProduct(term) is not { } value) return null;
            var signed = isNegative ? Scale(new Number(-1), value) : value;
            total = total is null ? signed : Add(total, signed);
            if (total is null) return null;
        }

        return total is null ? null : new Matrix(Rows(total));
    }

    /// <summary>The determinant of a single square matrix of up to <see cref="MaxDeterminant"/> rows, or null.</summary>
    public static Quantity? ParseDeterminant(string text)
    {
        var term = text.Trim();
        if (!term.StartsWith("det ", StringComparison.Ordinal) || term[4..].Trim() is not ['⟦', .. var entries, '⟧']) return null;
        return ReadEntries(entries) is { } matrix && matrix.GetLength(0) == matrix.GetLength(1) && matrix.GetLength(0) <= MaxDeterminant
            ? new Quantity(new Formula(Determinant(matrix)), "", null)
            : null;
    }

    private static Expression Determinant(Expression[,] matrix)
    {
        var size = matrix.GetLength(0);
        if (size == 1) return matrix[0, 0];

        // Along the first row.
        return new Sum([.. Enumerable.Range(0, size).Select(column => new Product(
        [
            new Number(column % 2 == 0 ? 1 : -1),
            matrix[0, column],
            Determinant(Build(size - 1, size - 1, (row, other) => matrix[row + 1, other < column ? other : other + 1])),
        ]))]);
    }

    private static IEnumerable<(bool IsNegative, string Term)> Terms(string text)
    {
        var start = 0;
        var isNegative = false;
        foreach (var index in TopLevel.Indexes(text))
        {
            if (text[index] is not ('+' or '-')) continue;
            if (!string.IsNullOrWhiteSpace(text[start..index])) yield return (isNegative, text[start..index]);
            isNegative = text[index] == '-';
            start = index + 1;
        }

        yield return (isNegative, text[start..]);
    }

    /// <summary>Matrices side by side are multiplied, and so is a number or formula before them.</summary>
    private static Expression[,]? ReadProduct(string term)
    {
        Expression[,]? product = null;
        Expression? scalar = null;
        var rest = term.Trim();
        for (var factors = 0; rest.Length > 0; factors++)
        {
            if (factors == MaxFactors) return null;
            var opening = rest.IndexOf('⟦', StringComparison.Ordinal);
            var closing = rest.IndexOf('⟧', StringComparison.Ordinal);
            if (opening < 0 || closing < opening) return null;

            var coefficient = rest[..opening].Trim(' ', '*');
            if (coefficient.Length > 0)
            {
                if (scalar is not null || product is not null || !Expression.TryParse(coefficient, out scalar)) return null;
            }

            if (ReadEntries(rest[(opening + 1)..closing]) is not { } entries) return null;
            product = product is null ? entries : Multiply(product, entries);
            if (product is null) return null;
            rest = rest[(closing + 1)..].Trim(' ', '*');
            if (!rest.StartsWith('^')) continue;

            // The exponent is of this factor; the product holds only that one when it is the first.
            var end = rest.IndexOf(')', StringComparison.Ordinal) + 1;
            product = factors > 0 ? null : rest[..end] switch
            {
                "^(T)" or "^(⊤)" => Transpose(product),
                "^(2)" => Multiply(product, product),
                "^(-1)" => Inverse(product),
                _ => null,
            };
            if (product is null) return null;
            rest = rest[end..].Trim(' ', '*');
        }

        return product is null || scalar is null ? product : Scale(scalar, product);
    }

    private static Expression[,]? ReadEntries(string text)
    {
        var rows = text.Split('‖').Select(row => row.Split('¦')).ToList();
        if (rows.Count > MaxSide || rows[0].Length > MaxSide || rows.Any(row => row.Length != rows[0].Length)) return null;

        var entries = new Expression[rows.Count, rows[0].Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[0].Length; column++)
            {
                if (!Expression.TryParse(rows[row][column], out var entry)) return null;
                entries[row, column] = entry;
            }
        }

        return entries;
    }

    /// <summary>The inverse of a matrix of two rows; an entry is undefined where there is none.</summary>
    private static Expression[,]? Inverse(Expression[,] matrix)
    {
        if (matrix.GetLength(0) != 2 || matrix.GetLength(1) != 2) return null;

        var determinant = new Sum(
        [
            new Product([matrix[0, 0], matrix[1, 1]]),
            new Product([new Number(-1), matrix[0, 1], matrix[1, 0]]),
        ]);
        return Build(2, 2, (row, column) => new Product(
        [
            new Number(row == column ? 1 : -1),
            matrix[row == column ? 1 - row : row, row == column ? 1 - column : column],
            new Power(determinant, new Number(-1)),
        ]));
    }

    private static Expression[,] Transpose(Expression[,] matrix) =>
        Build(matrix.GetLength(1), matrix.GetLength(0), (row, column) => matrix[column, row]);

    private static Expression[,] Scale(Expression factor, Expression[,] matrix) =>
        Build(matrix.GetLength(0), matrix.GetLength(1), (row, column) => new Product([factor, matrix[row, column]]));

    private static Expression[,]? Add(Expression[,] left, Expression[,] right) =>
        left.GetLength(0) != right.GetLength(0) || left.GetLength(1) != right.GetLength(1) ? null
            : Build(left.GetLength(0), left.GetLength(1), (row, column) => new Sum([left[row, column], right[row, column]]));

    private static Expression[,]? Multiply(Expression[,] left, Expression[,] right) =>
        left.GetLength(1) != right.GetLength(0) ? null
            : Build(left.GetLength(0), right.GetLength(1), (row, column) => new Sum(
                [.. Enumerable.Range(0, left.GetLength(1)).Select(index => new Product([left[row, index], right[index, column]]))]));

    private static Expression[,] Build(int height, int width, Func<int, int, Expression> entry)
    {
        var matrix = new Expression[height, width];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++) matrix[row, column] = entry(row, column);
        }

        return matrix;
    }

    private static IReadOnlyList<IReadOnlyList<Formula>> Rows(Expression[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row =>
            (IReadOnlyList<Formula>)[.. Enumerable.Range(0, matrix.GetLength(1)).Select(column => new Formula(matrix[row, column]))])];
}
