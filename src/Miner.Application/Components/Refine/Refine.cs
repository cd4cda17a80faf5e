using MediatR;
using Miner.Domain.Components;

namespace Miner.Application.Components.Refine;

/// <summary>Improves the previous outputs.</summary>
public sealed record RefineCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class RefineHandler(QuestionAnswering answering) : IRequestHandler<RefineCommand, ComponentResult>
{
    public Task<ComponentResult> Handle(RefineCommand command, CancellationToken cancellationToken) =>
        answering.AnswerAsync(
            Component.Refine,
            command.Input,
            temperature: null,
            notebook => Notebook.Resolve(notebook, command.Input.PreviousOutputs),
            cancellationToken);
}
