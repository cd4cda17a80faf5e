using System.Reflection;

namespace Miner.Client.Tests;

/// <summary>Where the client's sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!);

    public static string ClientFile(string name) => Path.Combine(Root, "src", "Miner.Client", name);
}
