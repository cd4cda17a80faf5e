using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Miner.Api.Errors;
using Miner.Api.Settings;

namespace Miner.Api.Security;

/// <summary>
/// Lets in who sends one of the configured keys as <c>X-API-Key</c>; no key gets 401, a wrong one 403, and 429 after too many. The
/// framework's own lines on each refusal stay out of the log, which a flood would fill: <see cref="SecurityLog"/> tells of them within
/// bounds.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    UrlEncoder encoder,
    ApiKeys keys,
    Reloadable<RequestLimitSettings> limits,
    WrongKeys wrongKeys,
    SecurityLog log
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-API-Key";

    private bool IsForMetrics => Context.GetEndpoint()?.Metadata.GetMetadata<MetricsKeyAttribute>() is not null;

    private string Given
    {
        get
        {
            var key = Request.Headers[Header].ToString();
            if (key.Length > 0 || !IsForMetrics) return key;
            return AuthenticationHeaderValue.TryParse(Request.Headers.Authorization.ToString(), out var credentials)
                && credentials.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? credentials.Parameter ?? "" : "";
        }
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Given is not { Length: > 0 } given) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(keys.Find(given, IsForMetrics) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller, SchemeName))
            : AuthenticateResult.Fail("wrong key"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Given.Length > 0) return RefuseWrongKeyAsync();
        log.KeyMissing(Context);
        Response.Headers.WWWAuthenticate = SchemeName;
        return Context.WriteProblemAsync(StatusCodes.Status401Unauthorized, $"An API key is needed in the header {Header}.");
    }

    private async Task RefuseWrongKeyAsync()
    {
        if (limits.Value.Enabled && await wrongKeys.AddAsync(Context.Connection.RemoteIpAddress, Context.RequestAborted) is { } wait)
        {
            log.KeyBlocked(Context);
            var seconds = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            Response.Headers.RetryAfter = seconds;
            await Context.WriteProblemAsync(
                StatusCodes.Status429TooManyRequests, $"Too many wrong API keys came from this address; try again in {seconds} s.");
            return;
        }

        log.KeyWrong(Context);
        await Context.WriteProblemAsync(StatusCodes.Status403Forbidden, "This API key is not one of the miner's.");
    }
}
