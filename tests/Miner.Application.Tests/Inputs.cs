using Miner.Domain.Components;

namespace Miner.Application.Tests;

/// <summary>Inputs that differ from a usual one in what a test is about.</summary>
internal static class Inputs
{
    public static ComponentInput Usual { get; } =
        new("cid", "Answer the question", ["What is 6*7?"], [], UseConversationHistory: true, UsePlaybook: true);

    public static PreviousOutput Previous(string response, string notebook = Notebook.NoUpdate) =>
        new(new ComponentOutput(response, notebook), "complete");
}
