using System.Reflection;

namespace Miner.Api.Tests.Architecture;

/// <summary>The repository that these tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The folder of <c>SampleMiner.sln</c>.</summary>
    public static string Root { get; } = Path.GetFullPath(typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!);
}
