namespace Miner.Api.Tests.Architecture.Planted.Inner;

/// <summary>Needs <see cref="Outer"/> in a body only, and there in what the compiler makes of a lambda.</summary>
internal sealed record Part(int Number)
{
    public static Func<int> Count(object whole) => () => ((Outer)whole).Parts.Count;
}
