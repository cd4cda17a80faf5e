using System.Text;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>A result as a provider sent it, with whatever it holds.</summary>
internal sealed record FoundPage(string? Title, string? Address, string? Snippet)
{
    private const int MaxTitle = 200;
    private const int MaxAddress = 2_000;
    private const int MaxSnippet = 1_000;

    /// <summary>The items of an answer's array, with the names that their fields have; empty where there is no such array.</summary>
    public static IEnumerable<FoundPage> Items(JsonElement? array, string title, string address, string snippet) =>
        array is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Select(item => new FoundPage(Text(item, title), Text(item, address), Text(item, snippet)))
            : [];

    public static string? Text(JsonElement item, string name) =>
        item.Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The result as callers may see it, or null where its address is none that anybody should open.</summary>
    public WebSearchResult? ToResult()
    {
        if (ReadAddress() is not { } address) return null;

        var title = PlainText.From(Title, MaxTitle);
        return new WebSearchResult(title.Length > 0 ? title : address.Host, address, PlainText.From(Snippet, MaxSnippet));
    }

    private Uri? ReadAddress() =>
        Address is { Length: > 0 and <= MaxAddress }
        && Uri.TryCreate(Address, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        // What looks like a host before the @ is none: a classic of phishing.
        && address.UserInfo.Length == 0
        && WithAsciiHost(address) is { AbsoluteUri.Length: <= MaxAddress } shown
            ? shown
            : null;

    /// <summary>Letters of another script, and characters that nobody sees, can make one host look like another.</summary>
    private static Uri? WithAsciiHost(Uri address)
    {
        if (Ascii.IsValid(address.Host)) return address;
        try
        {
            return new UriBuilder(address) { Host = address.IdnHost }.Uri;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
