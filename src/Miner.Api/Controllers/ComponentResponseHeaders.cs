using System.Globalization;
using Miner.Application.Components;

namespace Miner.Api.Controllers;

/// <summary>Tells in headers what an answer cost; the body stays as the contract has it.</summary>
internal static class ComponentResponseHeaders
{
    /// <summary>
    /// Sets <c>X-Model</c>, <c>X-Tokens-Used</c>, <c>X-Samples-Used</c> and <c>Server-Timing</c> (milliseconds, W3C Server Timing) when a
    /// model was called, <c>X-Cost</c> when it has a price, and <c>X-Truncated: true</c> when the answer was cut.
    /// </summary>
    public static void Describe(this IHeaderDictionary headers, ComponentResult result)
    {
        if (result.Output.Truncated) headers["X-Truncated"] = "true";
        if (result.Usage is not { Samples: > 0 } usage) return;
        headers["X-Model"] = VisibleAscii(usage.Model);
        headers["X-Tokens-Used"] = usage.Tokens.ToString(CultureInfo.InvariantCulture);
        headers["X-Samples-Used"] = usage.Samples.ToString(CultureInfo.InvariantCulture);
        if (usage.Cost > 0) headers["X-Cost"] = usage.Cost.ToString("0.############", CultureInfo.InvariantCulture);
        headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"model;dur={usage.Elapsed.TotalMilliseconds:F1}");
    }

    /// <summary>The upstream chooses the model's name, and a header holds no line break.</summary>
    private static string VisibleAscii(string text) =>
        string.Concat(text.Select(character => character is > ' ' and <= '~' ? character : '_'));
}
