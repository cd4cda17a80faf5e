using MediatR;
using Miner.Domain.Components;

namespace Miner.Application.Components.Feedback;

/// <summary>Gives strengths, weaknesses and suggestions for each previous output.</summary>
public sealed record FeedbackCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class FeedbackHandler(QuestionAnswering answering) : IRequestHandler<FeedbackCommand, ComponentResult>
{
    private const double Temperature = 0.3;

    public Task<ComponentResult> Handle(FeedbackCommand command, CancellationToken cancellationToken) =>
        answering.AnswerAsync(Component.Feedback, command.Input, Temperature, _ => Notebook.NoUpdate, cancellationToken);
}
