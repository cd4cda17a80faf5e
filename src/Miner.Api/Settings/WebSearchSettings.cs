using Miner.Infrastructure.Search;

namespace Miner.Api.Settings;

/// <summary>Reads who searches the web, and checks that each provider listed has what it needs.</summary>
internal static class WebSearchSettings
{
    private static readonly Dictionary<string, (WebSearchProvider Provider, string[] Needs)> Providers = new(
        StringComparer.OrdinalIgnoreCase)
    {
        ["searxng"] = (WebSearchProvider.Searxng, ["SEARXNG_URL"]),
        ["brave"] = (WebSearchProvider.Brave, ["BRAVE_API_KEY"]),
        ["google"] = (WebSearchProvider.Google, ["GOOGLE_SEARCH_API_KEY", "GOOGLE_SEARCH_ENGINE_ID"]),
        ["tavily"] = (WebSearchProvider.Tavily, ["TAVILY_API_KEY"]),
        ["wikipedia"] = (WebSearchProvider.Wikipedia, []),
    };

    private static readonly WebSearchOptions Defaults = new();

    public static WebSearchOptions Read(SettingReader reader, ServerSettings server) => new()
    {
        Providers = ReadProviders(reader),
        ResultsPerQuery = reader.Integer("SEARCH_RESULTS", Defaults.ResultsPerQuery, 1, 20),
        SearxngUrl = reader.Address("SEARXNG_URL"),
        BraveApiKey = ReadKey(reader, "BRAVE_API_KEY"),
        GoogleApiKey = ReadKey(reader, "GOOGLE_SEARCH_API_KEY"),
        GoogleEngineId = reader.Text("GOOGLE_SEARCH_ENGINE_ID"),
        TavilyApiKey = ReadKey(reader, "TAVILY_API_KEY"),
        WikipediaLanguage = ReadLanguage(reader),
        WikipediaContact = ReadContact(reader),
        RequestTimeout = server.RequestTimeout,
    };

    private static List<WebSearchProvider> ReadProviders(SettingReader reader)
    {
        var names = reader.List("SEARCH_PROVIDER").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (!names.TrueForAll(Providers.ContainsKey))
            reader.AddProblem($"SEARCH_PROVIDER must list any of {string.Join(", ", Providers.Keys)}, separated by commas.");

        var known = names.Where(Providers.ContainsKey).ToList();
        foreach (var name in known)
        {
            foreach (var need in Providers[name].Needs.Where(need => reader.Text(need) is null))
                reader.AddProblem($"{need} is required by SEARCH_PROVIDER={name.ToLowerInvariant()}.");
        }

        return [.. known.Select(name => Providers[name].Provider)];
    }

    private static string? ReadKey(SettingReader reader, string name)
    {
        var key = reader.Secret(name);
        if (key is not null && !IsVisibleAscii(key)) reader.AddProblem($"{name} may hold visible ASCII characters only.");
        return key;
    }

    /// <summary>It becomes part of a host name.</summary>
    private static string ReadLanguage(SettingReader reader)
    {
        var language = reader.Text("WIKIPEDIA_LANGUAGE", Defaults.WikipediaLanguage);
        var isLabel = language.Length is >= 2 and <= 20
            && language.All(character => character is '-' or (>= 'a' and <= 'z')) && language[0] != '-' && language[^1] != '-';
        if (!isLabel) reader.AddProblem("WIKIPEDIA_LANGUAGE must be a Wikipedia's language code such as en, de or simple.");
        return isLabel ? language : Defaults.WikipediaLanguage;
    }

    /// <summary>It becomes a comment in a header.</summary>
    private static string? ReadContact(SettingReader reader)
    {
        var contact = reader.Text("WIKIPEDIA_CONTACT");
        if (contact is not null && (!IsVisibleAscii(contact) || contact.AsSpan().ContainsAny('(', ')', '\\')))
            reader.AddProblem("WIKIPEDIA_CONTACT must be a mail or web address in visible ASCII characters.");
        return contact;
    }

    private static bool IsVisibleAscii(string text) => text.All(character => character is > ' ' and <= '~');
}
