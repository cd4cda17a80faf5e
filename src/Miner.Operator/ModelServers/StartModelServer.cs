using MediatR;

namespace Miner.Operator.ModelServers;

/// <summary>Starts a model server and stays with it until it ends; a cancellation ends it.</summary>
/// <param name="Answering">Told the names of the models once the server answers.</param>
public sealed record StartModelServerCommand(ModelServerOptions Options, IProgress<IReadOnlyList<string>> Answering)
    : IRequest<ModelServerEnd>;

/// <param name="HasAnswered">Whether the server answered before it ended.</param>
public sealed record ModelServerEnd(int ExitStatus, bool HasAnswered);

internal sealed class StartModelServerHandler(IModelServerLauncher launcher, TimeProvider time)
    : IRequestHandler<StartModelServerCommand, ModelServerEnd>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A start takes minutes, and hours where the model must be loaded first: there is no end to the waiting, only a slower pace.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public async Task<ModelServerEnd> Handle(StartModelServerCommand command, CancellationToken cancellationToken)
    {
        await using var server = launcher.Start(command.Options);
        if (await AnswersAsync(server, cancellationToken) is not { } models)
            return new ModelServerEnd(await server.Ended, HasAnswered: false);

        command.Answering.Report(models);
        return new ModelServerEnd(await server.Ended.WaitAsync(cancellationToken), HasAnswered: true);
    }

    /// <returns>The names of its models, or null when it ends first.</returns>
    private async Task<IReadOnlyList<string>?> AnswersAsync(IModelServer server, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (server.Ended.IsCompleted) return null;
            if (await server.ListModelsAsync(cancellationToken) is { } models) return models;
            await Task.WhenAny(server.Ended, Task.Delay(pause, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
