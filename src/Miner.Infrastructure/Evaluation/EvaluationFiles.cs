using System.Text;
using Miner.Application.Evaluation;
using Miner.Application.Ports;
using Miner.Domain.Evaluation.Problems;
using Miner.Domain.Evaluation.Scoring;
using Miner.Infrastructure.Evaluation.Report;

namespace Miner.Infrastructure.Evaluation;

/// <summary>The operator's files on disk.</summary>
internal sealed class EvaluationFiles : IEvaluationFiles
{
    public IReadOnlyList<Problem> ReadProblems(string path) => ProblemLines.Read(path);

    public IReadOnlyList<FieldMiner> ReadField(string path) => FieldLines.Read(path);

    public void CheckReport(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path)) throw new EvaluationException($"The report cannot be written to {path}: that is a folder.");
        if (!Directory.Exists(folder)) throw new EvaluationException($"The report cannot be written to {path}: there is no folder {folder}.");
        if (JsonPath(path) == path) throw new EvaluationException("The report is HTML; give it a name that does not end with .json, which is written beside it.");
    }

    public async Task WriteReportAsync(EvaluationReport report, string path, CancellationToken cancellationToken)
    {
        await WriteAsync(path, HtmlReport.Write(report), cancellationToken);
        await WriteAsync(JsonPath(path), JsonReport.Write(report), cancellationToken);
    }

    private static string JsonPath(string path) => Path.ChangeExtension(path, ".json");

    /// <summary>Whole or not at all: what stood there stays until the new file is complete.</summary>
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var unfinished = path + ".part";
        try
        {
            await File.WriteAllTextAsync(unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"The report cannot be written to {path}: {exception.Message}", exception);
        }
    }
}
