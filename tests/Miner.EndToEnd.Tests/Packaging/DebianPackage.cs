using System.Text.RegularExpressions;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>The package that <c>deploy/debian/build.sh</c> builds.</summary>
/// <param name="file">The package's path.</param>
internal sealed class DebianPackage(string file)
{
    private const string NewSetting = "# A newer version's setting.\n";

    public string File => file;

    private static string Folder => Path.Combine(Repository.Root, "deploy", "debian");

    /// <summary>The unit that the package installs, in the sources.</summary>
    public static string Unit => Path.Combine(Folder, "sample-miner.service");

    /// <summary>Builds the package of this machine's architecture into <paramref name="folder"/>.</summary>
    public static async Task<DebianPackage> BuildAsync(string folder)
    {
        // Compressing takes longer than all else, and the package goes no further.
        var architecture = (await ShellCommand.RunAsync("dpkg", "--print-architecture")).Trim();
        await ShellCommand.RunAsync(
            "env", "DPKG_DEB_COMPRESSOR_TYPE=none", Path.Combine(Folder, "build.sh"), architecture, folder);
        return new DebianPackage(Directory.EnumerateFiles(folder, "*.deb").Single());
    }

    /// <summary>The same as a higher version, whose settings file has another line.</summary>
    public async Task<DebianPackage> NewerAsync(string version)
    {
        var tree = $"{file}.newer";
        await ShellCommand.RunAsync("dpkg-deb", "-R", file, tree);
        var control = Path.Combine(tree, "DEBIAN", "control");
        await System.IO.File.WriteAllTextAsync(
            control, Regex.Replace(await System.IO.File.ReadAllTextAsync(control), "(?m)^Version: .*$", $"Version: {version}"));
        await System.IO.File.AppendAllTextAsync(Path.Combine(tree, "etc", "sample-miner", "miner.env"), NewSetting);
        await ShellCommand.RunAsync("dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, $"{tree}.deb");
        return new DebianPackage($"{tree}.deb");
    }
}
