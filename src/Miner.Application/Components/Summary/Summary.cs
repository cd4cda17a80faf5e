using MediatR;
using Miner.Domain.Components;

namespace Miner.Application.Components.Summary;

/// <summary>Summarises the previous outputs.</summary>
public sealed record SummaryCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class SummaryHandler(QuestionAnswering answering) : IRequestHandler<SummaryCommand, ComponentResult>
{
    private const double Temperature = 0.2;

    private static readonly ComponentResult NothingToSummarize =
        new(new ComponentOutput("No previous outputs to summarize.", Notebook.NoUpdate), Usage: null, Truncated: false);

    public async Task<ComponentResult> Handle(SummaryCommand command, CancellationToken cancellationToken) =>
        command.Input.PreviousOutputs.Count == 0
            ? NothingToSummarize
            : await answering.AnswerAsync(
                Component.Summary,
                command.Input,
                Temperature,
                notebook => Notebook.Resolve(notebook, command.Input.PreviousOutputs),
                cancellationToken);
}
