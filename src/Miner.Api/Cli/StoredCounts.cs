using System.Globalization;
using Miner.Operator.Data;

namespace Miner.Api.Cli;

/// <summary>How much a database holds, in a sentence.</summary>
internal static class StoredCounts
{
    public static string Of(DatabaseContents contents) => string.Create(
        CultureInfo.InvariantCulture,
        $"Conversations: {contents.Conversations:N0}, messages: {contents.Messages:N0}, playbook entries: {contents.PlaybookEntries:N0}, "
            + $"schema version {contents.SchemaVersion}.");
}
