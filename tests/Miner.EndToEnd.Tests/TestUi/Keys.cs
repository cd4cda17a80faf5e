using Microsoft.Playwright;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>What somebody without a mouse does.</summary>
internal static class Keys
{
    private const int MostPresses = 60;

    public static async Task PressAsync(OpenPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses Tab until the element has the focus, which must be visible.</summary>
    /// <param name="key">What goes the other way: <c>Shift+Tab</c>.</param>
    public static async Task TabToAsync(OpenPage page, ILocator element, string key = "Tab")
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            await page.Page.Keyboard.PressAsync(key);
            if (!await element.EvaluateAsync<bool>("element => element === document.activeElement")) continue;
            Assert.That(await element.EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"), Is.EqualTo("solid"));
            return;
        }

        Assert.Fail($"{MostPresses} times {key} did not lead there.");
    }
}
