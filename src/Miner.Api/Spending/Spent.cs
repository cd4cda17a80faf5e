namespace Miner.Api.Spending;

/// <summary>What models have cost since midnight UTC.</summary>
/// <param name="Tokens">Of prompts and answers.</param>
/// <param name="Cost">In the currency of the prices.</param>
internal readonly record struct Spent(long Tokens, double Cost)
{
    public static Spent operator +(Spent left, Spent right) => new(left.Tokens + right.Tokens, left.Cost + right.Cost);
}

/// <summary>What a day has cost, by the name of the caller's key.</summary>
internal sealed record SpentDay(DateOnly Day, IReadOnlyDictionary<string, Spent> Keys);
