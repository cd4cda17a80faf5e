using System.Buffers;
using System.Text.Json;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// What an upstream says went wrong: <c>{"error":{message,type,param,code}}</c>, the same without the outer object (older vLLM),
/// or <c>{"detail":…}</c> (FastAPI). Its words may quote keys and prompts, so they are read to decide by, and never passed on.
/// </summary>
internal sealed record UpstreamError
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxTokenLength = 40;
    private const int MaxMembers = 20;

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly string? _message;
    private readonly string? _param;
    private readonly string? _code;
    private readonly string? _type;
    private readonly Dictionary<string, int> _numbers = [];

    private UpstreamError()
    {
    }

    private UpstreamError(JsonElement root)
    {
        var error = root.Property("error") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        _message = Text(error, "message") ?? root.GetRawText();
        _param = Text(error, "param");
        _code = Text(error, "code");
        _type = Text(error, "type");
        if (error.ValueKind != JsonValueKind.Object) return;
        foreach (var member in error.EnumerateObject().Take(MaxMembers))
        {
            if (member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var number)) _numbers[member.Name] = number;
        }
    }

    /// <summary>The error's code, where it is a plain word that is safe to log.</summary>
    public string? Code => Token(_code);

    /// <summary>The error's type, where it is a plain word that is safe to log.</summary>
    public string? Type => Token(_type);

    /// <summary>The member <paramref name="name"/> beside the message, where it is a whole number.</summary>
    public int? Number(string name) => _numbers.TryGetValue(name, out var number) ? number : null;

    /// <summary>What it says, to compare and to decide by; empty where it says nothing.</summary>
    public string Words => _message ?? "";

    /// <summary>Reads the body of <paramref name="response"/>, which must be buffered; a body that is no such JSON says nothing.</summary>
    public static async Task<UpstreamError> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is > MaxBytes) return new UpstreamError();

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(UpstreamJson.Repair(body));
            return new UpstreamError(document.RootElement);
        }
        catch (JsonException)
        {
            return new UpstreamError();
        }
    }

    /// <summary>
    /// Whether the error is about the request's <paramref name="parameter"/>: by its <c>param</c> or <c>code</c>, or where it has no
    /// <c>param</c>, as behind some proxies, by mention in its message.
    /// </summary>
    public bool Names(string parameter) =>
        _param == parameter
        || (_code is not null && Mentions(_code, parameter))
        || (_param is null && _message is not null && Mentions(_message, parameter));

    /// <summary>Whether the error is about one of <paramref name="parameters"/>, a part of one, or what upstreams call it by.</summary>
    public bool NamesAny(params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (_param?.StartsWith(parameter, StringComparison.OrdinalIgnoreCase) == true || Names(parameter)) return true;
        }

        return false;
    }

    /// <summary>A letter alone is in every text: as a parameter's name it stands in quotes.</summary>
    private static bool Mentions(string text, string parameter) => parameter.Length > 1
        ? text.Contains(parameter, StringComparison.OrdinalIgnoreCase)
        : text.Contains($"'{parameter}'", StringComparison.Ordinal) || text.Contains($"`{parameter}`", StringComparison.Ordinal)
            || text.Contains($"\"{parameter}\"", StringComparison.Ordinal);

    private static string? Text(JsonElement error, string name) =>
        error.Property(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Token(string? text) =>
        text is { Length: <= MaxTokenLength } && !text.AsSpan().ContainsAnyExcept(TokenCharacters) ? text : null;
}
