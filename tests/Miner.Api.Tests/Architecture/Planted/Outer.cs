using Miner.Api.Tests.Architecture.Planted.Inner;

namespace Miner.Api.Tests.Architecture.Planted;

/// <summary>Needs a type of the folder inside by its signature; that one needs it back.</summary>
internal sealed record Outer(IReadOnlyList<Part> Parts);
