using System.Reflection;

namespace Miner.Api.Telemetry;

/// <summary>Which build this is.</summary>
internal static class BuildVersion
{
    /// <summary>The version, and behind a <c>+</c> the commit where the build knew it.</summary>
    public static string Text { get; } =
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
