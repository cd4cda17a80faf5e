using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;

namespace Miner.Operator.Evaluation;

public static class EvaluationServices
{
    /// <summary>Adds the <see cref="Evaluator"/> of one miner. <see cref="TimeProvider"/> and logging must be registered too.</summary>
    /// <param name="miner">The miner to ask.</param>
    /// <param name="key">What it is asked with. A secret.</param>
    /// <param name="judge">The model that judges, or null for none; never the embedded one, which is no chat model.</param>
    public static IServiceCollection AddMinerEvaluation(
        this IServiceCollection services, Uri miner, string key, ModelChainOptions? judge) =>
        (judge is null ? services : services.AddChatModel(judge))
            .AddSingleton<IMinerUnderTest>(provider => new MinerOverHttp(
                MinerOverHttp.Connect(miner, key),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new Evaluator(
                provider.GetRequiredService<IMinerUnderTest>(),
                provider.GetService<IChatModel>(),
                provider.GetRequiredService<TimeProvider>()));
}
