using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Miner.Api.Errors;

namespace Miner.Api.Security;

/// <summary>Lets in who sends one of the configured keys as <c>X-API-Key</c>; no key gets 401, a wrong one 403.</summary>
internal sealed partial class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-API-Key";

    private readonly ILogger _log = loggers.CreateLogger<ApiKeyAuthentication>();

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers[Header].ToString();
        if (given.Length == 0) return Task.FromResult(AuthenticateResult.NoResult());
        if (keys.Find(given) is not { } name) return Task.FromResult(AuthenticateResult.Fail("wrong key"));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var missing = Request.Headers[Header].ToString().Length == 0;
        LogRefused(missing ? "no key" : "wrong key", Context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        if (!missing) return Context.WriteProblemAsync(StatusCodes.Status403Forbidden, "This API key is not one of the miner's.");
        Response.Headers.WWWAuthenticate = SchemeName;
        return Context.WriteProblemAsync(StatusCodes.Status401Unauthorized, $"An API key is needed in the header {Header}.");
    }

    [LoggerMessage(EventId = 4020, Level = LogLevel.Warning, Message = "Request from {Address} refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason, string address);

    private void LogRefused(string reason, string address) => LogRefused(_log, reason, address);
}
