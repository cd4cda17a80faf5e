using Miner.Api.Errors;

namespace Miner.Api.Contracts;

/// <summary>
/// A conversation's id: 1 to 100 code points, not blank, and not <c>.</c> or <c>..</c>, which no address could name (RFC 3986, 5.2.4).
/// </summary>
internal sealed class ConversationIdAttribute() : TextAttribute(1, MaxLength)
{
    public const int MaxLength = 100;

    public override string Pattern => @"^(?!\.{1,2}$)" + base.Pattern[1..];

    protected override string? Problem(string? text) =>
        base.Problem(text) ?? (text is "." or ".." ? FieldError.Text("value_error", "The ids . and .. are not allowed.") : null);
}
