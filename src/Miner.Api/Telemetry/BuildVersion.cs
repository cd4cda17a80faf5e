using System.Reflection;

namespace Miner.Api.Telemetry;

/// <summary>Which build this is.</summary>
internal static class BuildVersion
{
    /// <summary>The version, and behind a <c>+</c> the commit where the build knew it.</summary>
    public static string Text { get; } =
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The version alone, which <c>Directory.Build.props</c> states.</summary>
    public static string Number { get; } = Text.Split('+')[0];
}
