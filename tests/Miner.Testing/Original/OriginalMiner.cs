using System.Diagnostics;
using System.Globalization;

namespace Miner.Testing.Original;

/// <summary>Databases of the original miner, made by <c>original_database.py</c>. Needs the Debian package python3.</summary>
public static class OriginalMiner
{
    private static readonly string Program = Path.Combine(Sources.Root, "tests", "Miner.Testing", "Original", "original_database.py");

    /// <param name="now">When the original ended; what it wrote is of the days before.</param>
    /// <param name="withLog">Whether the last pair stands in a log beside the file.</param>
    public static async Task MakeDatabaseAsync(string file, DateTimeOffset now, bool withLog = false)
    {
        List<string> arguments = [Program, file, now.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)];
        if (withLog) arguments.Add("--wal");
        using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"original_database.py failed:\n{error}");
    }
}
