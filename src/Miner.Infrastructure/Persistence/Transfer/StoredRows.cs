using System.Globalization;

namespace Miner.Infrastructure.Persistence.Transfer;

/// <summary>Rows of a table, each with a value for each column: a text, a <see cref="long"/>, a <see cref="double"/>, or null.</summary>
public sealed record StoredRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>One row.</summary>
    public static StoredRows Of(params IReadOnlyList<(string Column, object? Value)> values) =>
        new([.. values.Select(value => value.Column)], [[.. values.Select(value => value.Value)]]);

    /// <summary>The same rows with another value in a column, which must be there.</summary>
    public StoredRows With(string column, object? value)
    {
        var index = Index(column);
        return new StoredRows(
            Columns, [.. Rows.Select(IReadOnlyList<object?> (row) => [.. row.Take(index), value, .. row.Skip(index + 1)])]);
    }

    public object? Value(int row, string column) => Rows[row][Index(column)];

    public string Text(int row, string column) => (string)Value(row, column)!;

    public long Number(int row, string column) => Convert.ToInt64(Value(row, column), CultureInfo.InvariantCulture);

    private int Index(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column) return i;
        throw new ArgumentException($"There is no column {column}.", nameof(column));
    }
}
