using System.Text.Json;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>How one provider is asked, and what it answers.</summary>
internal interface ISearchApi
{
    /// <summary>The provider's name as the settings spell it.</summary>
    string Name { get; }

    /// <summary>The key that it is asked with, which no result may show; null where it needs none.</summary>
    string? ApiKey { get; }

    /// <summary>The most requests that the provider may be sent at once.</summary>
    int MaxConnections => 16;

    /// <summary>What the provider accepts as a query.</summary>
    QueryLimits Limits { get; }

    /// <param name="query">Within <see cref="Limits"/>.</param>
    /// <param name="count">How many results are wanted, 1 to 20.</param>
    HttpRequestMessage CreateRequest(string query, int count);

    /// <summary>The results in an answer, best first; null where the answer holds none because something is wrong with it.</summary>
    IEnumerable<FoundPage>? Read(JsonElement answer);
}
