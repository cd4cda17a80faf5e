using System.Text.Json;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>A query to which the stub upstream answers what a test wants.</summary>
internal static class StubQuery
{
    public static string For(string immediateResponse, string notebook)
    {
        var answer = JsonSerializer.SerializeToUtf8Bytes(new { immediate_response = immediateResponse, notebook });
        return "RAW:" + Convert.ToBase64String(answer);
    }
}
