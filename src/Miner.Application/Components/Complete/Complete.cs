using MediatR;
using Miner.Domain.Components;

namespace Miner.Application.Components.Complete;

/// <summary>Answers the queries.</summary>
public sealed record CompleteCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class CompleteHandler(QuestionAnswering answering) : IRequestHandler<CompleteCommand, ComponentResult>
{
    public Task<ComponentResult> Handle(CompleteCommand command, CancellationToken cancellationToken) =>
        answering.AnswerAsync(
            Component.Complete,
            command.Input,
            temperature: null,
            notebook => Notebook.Resolve(notebook, command.Input.PreviousOutputs),
            cancellationToken);
}
