using System.Reflection;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>Where the sources and what was built of them are.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>SampleMiner.sln</c>.</summary>
    public static string Root { get; } = Sources.Root;

    /// <summary>Debug or Release: the build that these tests belong to.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Configuration").Value!;

    public static string ApiProject => Path.Combine(Root, "src", "Miner.Api");

    /// <summary>The program as a published build has it: started by itself, it knows nothing of <c>dotnet run</c>.</summary>
    public static string ApiProgram => Path.Combine(ApiProject, "bin", Configuration, "net10.0", "Miner.Api");
}
