using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Miner.Operator.Files;

namespace Miner.Operator.Evaluation;

/// <summary>The operator's files on disk.</summary>
internal sealed class EvaluationFiles : IEvaluationFiles
{
    public IReadOnlyList<Problem> ReadProblems(string path) => ProblemLines.Read(path);

    public IReadOnlyList<FieldMiner> ReadField(string path) => FieldLines.Read(path);

    public void CheckReport(string path)
    {
        if (JsonPath(path) == path)
            throw new EvaluationException("The report is HTML; give it a name that does not end with .json, which is written beside it.");
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

    public async Task WriteReportAsync(EvaluationReport report, string path, CancellationToken cancellationToken)
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
    private static EvaluationException Fault(string path, Exception exception)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var reason =
            Directory.Exists(path) ? "that is a folder"
            : !Directory.Exists(folder) ? $"there is no folder {folder}"
            : FileKind.IsSpecial(path) ? "that is a device, a pipe or a socket"
            : "its folder is full or not this user's to write in";
        return new EvaluationException($"The report cannot be written to {path}: {reason}.", exception);
    }
}
