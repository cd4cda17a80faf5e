using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Miner.Mathematics.Numbers;
using Miner.Operator;
using Miner.Operator.Evaluation.Comparison;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Miner.TestUi.Calls;
using Miner.TestUi.Evaluation;
using Miner.TestUi.Views;
using static Miner.TestUi.PageView;

namespace Miner.TestUi;

/// <summary>The views of the evaluations, what starts and ends one, and their reports to take away.</summary>
internal static class EvaluationEndpoints
{
    private static readonly Failure Unknown = new("No such evaluation", "The page keeps the last ones, until the miner ends.");

    private static readonly Failure Running = new("Not started", "Another evaluation is running: wait for its end, or cancel it.");

    public static void MapEvaluation(this WebApplication page)
    {
        page.MapGet("/views/evaluate", List);
        page.MapGet("/views/evaluate/progress", Progress);
        page.MapGet("/views/evaluate/model", ModelAsync);
        page.MapGet("/views/evaluate/run", Run);
        page.MapGet("/views/evaluate/answer", Answer);
        page.MapGet("/views/evaluate/comparison", Compare);
        page.MapGet("/evaluations/{number:int}/report.json", (int number, EvaluationRuns runs) =>
            Download(number, runs, MediaTypeNames.Application.Json, "json", JsonReport.Write));
        page.MapGet("/evaluations/{number:int}/report.html", (int number, EvaluationRuns runs) =>
            Download(number, runs, MediaTypeNames.Text.Html, "html", HtmlReport.Write));
        page.MapPost("/views/evaluate/start", StartAsync).AddEndpointFilter(FormToken.RequireAsync);
        page.MapPost("/views/evaluate/cancel", Cancel).AddEndpointFilter(FormToken.RequireAsync);
        page.MapPost("/views/evaluate/open", OpenAsync).AddEndpointFilter(FormToken.RequireAsync);
        page.MapPost("/views/evaluate/remove", RemoveAsync).AddEndpointFilter(FormToken.RequireAsync);
    }

    private static RazorComponentResult<EvaluationListView> List(EvaluationRuns runs) => View<EvaluationListView>(new { Runs = runs.All });

    /// <summary>Of the last one that was measured here.</summary>
    private static RazorComponentResult<EvaluationProgressView> Progress(EvaluationRuns runs, TimeProvider time) =>
        View<EvaluationProgressView>(new { Run = runs.All.FirstOrDefault(run => !run.IsOpened), Now = time.GetUtcNow() });

    private static async Task<IResult> ModelAsync(MinerConnection miner, CancellationToken cancellationToken)
    {
        var health = await miner.AskAsync((client, cancellation) => client.GetHealthAsync(cancellation), cancellationToken);
        return View<EvaluatedModelView>(new { Health = health });
    }

    private static IResult Run(int run, string? cause, int? offset, EvaluationRuns runs)
    {
        if (runs.Find(run) is not { } found) return View<FailureView>(new { Failure = Unknown });
        WrongAnswerCause? only = Enum.TryParse<WrongAnswerCause>(cause, out var parsed) ? parsed : null;
        return View<EvaluationView>(new { Run = found, Only = only, Offset = Math.Max(0, offset ?? 0) });
    }

    private static IResult Answer(int run, int answer, EvaluationRuns runs) =>
        runs.Find(run)?.Report?.Answers.FirstOrDefault(each => each.Number == answer) is { } found
            ? View<EvaluatedAnswerView>(new { Answer = found })
            : View<FailureView>(new { Failure = Unknown });

    private static IResult Compare(int[] run, EvaluationRuns runs)
    {
        var chosen = run.Distinct().Order().Select(runs.Find).ToList();
        if (chosen.Count != 2)
            return View<FailureView>(new { Failure = new Failure("Not compared", "Choose two evaluations that have ended.") });
        if (chosen is not [{ Report: { } first } one, { Report: { } second } other])
            return View<FailureView>(new { Failure = Unknown });
        return View<EvaluationComparisonView>(new { First = one, Second = other, Comparison = RunComparison.Of(first, second) });
    }

    /// <summary>A file to keep, and never a page of this address: it may hold what strangers wrote.</summary>
    private static IResult Download(int number, EvaluationRuns runs, string type, string extension, Func<EvaluationReport, string> write) =>
        runs.Find(number)?.Report is { } report
            ? Results.File(Encoding.UTF8.GetBytes(write(report)), type, $"evaluation-{number}.{extension}")
            : Results.NotFound();

    private static async Task<IResult> StartAsync(HttpContext context, EvaluationRuns runs)
    {
        var form = EvaluationForm.Read(await context.Request.ReadFormAsync(context.RequestAborted), out var fault);
        if (form is not { } wanted) return View<FailureView>(new { Failure = fault });
        return runs.Start(wanted) is null ? View<FailureView>(new { Failure = Running }) : List(runs);
    }

    private static RazorComponentResult<EvaluationListView> Cancel(EvaluationRuns runs)
    {
        runs.Cancel();
        return List(runs);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, EvaluationRuns runs)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("report") is not { Length: > 0 } file)
        {
            FieldMessage[] fault = [new(["body", "report"], "Choose the JSON that stands beside the report.")];
            return View<FailureView>(new { Failure = new Failure("Not opened", "No file was chosen, or it is empty.", fault) });
        }

        try
        {
            var report = JsonReport.Read(EvaluationForm.Read(file));
            var run = runs.Open(Path.GetFileName(file.FileName), report);
            return View<EvaluationView>(new { Run = run });
        }
        catch (OperatorException exception)
        {
            FieldMessage[] fault = [new(["body", "report"], "Another file is needed.")];
            return View<FailureView>(new { Failure = new Failure("Not opened", exception.Message, fault) });
        }
    }

    private static async Task<RazorComponentResult<EvaluationListView>> RemoveAsync(HttpContext context, EvaluationRuns runs)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (WholeNumber.TryRead(form["run"], NumberStyles.None, out int number)) runs.Remove(number);
        return List(runs);
    }
}
