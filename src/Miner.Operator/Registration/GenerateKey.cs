using System.Buffers.Text;
using System.Security.Cryptography;
using MediatR;

namespace Miner.Operator.Registration;

/// <summary>Makes a new key for the miner's callers.</summary>
public sealed record GenerateKeyCommand : IRequest<string>;

/// <summary>Keys of the miner's callers.</summary>
public static class ApiKey
{
    /// <summary>256 random bits as 43 URL-safe characters.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

internal sealed class GenerateKeyHandler : IRequestHandler<GenerateKeyCommand, string>
{
    public Task<string> Handle(GenerateKeyCommand command, CancellationToken cancellationToken) => Task.FromResult(ApiKey.Create());
}
