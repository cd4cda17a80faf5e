using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Moq;

namespace Miner.Application.Tests.Components;

/// <summary>The choice between models that a test scripts.</summary>
internal static class Models
{
    public static ModelChoice Of(
        IChatModel? chat, IComputedAnswers? computed = null, AnsweringOptions? options = null, MinerMetrics? metrics = null) => new(
        computed ?? Mock.Of<IComputedAnswers>(),
        options ?? new AnsweringOptions(),
        metrics ?? new MinerMetrics(),
        new FakeTimeProvider(),
        NullLogger<ModelChoice>.Instance,
        chat);

    public static ChatCompletion Completion(string text) =>
        new([new ChatChoice(text, ChoiceEnd.Complete)], new ModelUsage("m", 50, 20, TimeSpan.Zero, Samples: 1));
}
