using Miner.Operator.Files;

namespace Miner.Operator.Evaluation.Report;

/// <summary>A report on disk: HTML for people, JSON beside it for programs.</summary>
internal static class ReportFiles
{
    /// <summary>Whether a report can be written at <paramref name="path"/>, so that nothing is measured in vain.</summary>
    /// <exception cref="OperatorException">It cannot.</exception>
    public static void Check(string path)
    {
        if (JsonPath(path) == path)
            throw new OperatorException("The report is HTML; give it a name that does not end with .json, which is written beside it.");
        foreach (var file in new[] { path, JsonPath(path) })
        {
            try
            {
                WholeFile.Check(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw Fault(file, exception);
            }
        }
    }

    /// <summary>Writes the report as HTML at <paramref name="path"/> and as JSON beside it; what stood there is replaced.</summary>
    /// <exception cref="OperatorException">They cannot be written.</exception>
    public static async Task WriteAsync(EvaluationReport report, string path, CancellationToken cancellationToken)
    {
        await WriteAsync(path, HtmlReport.Write(report), cancellationToken);
        await WriteAsync(JsonPath(path), JsonReport.Write(report), cancellationToken);
    }

    private static string JsonPath(string path) => Path.ChangeExtension(path, ".json");

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await WholeFile.WriteAsync(path, text, overwrite: true, isPrivate: false, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, exception);
        }
    }

    /// <summary>The system's own words may name a draft that nobody knows of.</summary>
    private static OperatorException Fault(string path, Exception exception)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var reason =
            Directory.Exists(path) ? "that is a folder"
            : !Directory.Exists(folder) ? $"there is no folder {folder}"
            : FileKind.IsSpecial(path) ? "that is a device, a pipe or a socket"
            : "its folder is full or not this user's to write in";
        return new OperatorException($"The report cannot be written to {path}: {reason}.", exception);
    }
}
