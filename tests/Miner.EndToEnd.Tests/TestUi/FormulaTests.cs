using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>Mathematics of an answer: typeset, with its source on demand and for copying.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class FormulaTests
{
    private const string Answer = """
        First 2*3*4 = 24, (x+1)*(x+2), then $5*3 and $6*4, from $5 to $10.

        The set is $\{1,2\}$, at $50\%$ of \(a_1 \cdot b\).

        $$
        a = 1 \\
        b = \frac{1}{2}
        $$

        \[
        - x
        = y
        \]

        \begin{align}
        c &= 2 \\
        d &= \sqrt{3}
        \end{align}

        | \(|x|\) | [a page](https://example.org/) |
        |---|---|
        | \[y^2\] | \(\undefinedcommand{z}\) |
        """;

    [Test]
    public async Task Answer_WithFormulas_ShowsWhatTheySay()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For(Answer, "no update"));
        var shown = page.Result.Locator(".markdown");
        await Expect(shown.Locator("math")).ToHaveCountAsync(8);

        await Expect(shown.Locator("p").Nth(0)).ToHaveTextAsync("First 2*3*4 = 24, (x+1)*(x+2), then $5*3 and $6*4, from $5 to $10.");
        Assert.That(Visible(await shown.Locator("p").Nth(1).TextContentAsync()), Is.EqualTo("Thesetis{1,2},at50%ofa1⋅b."));
        var maths = await shown.Locator("math").AllTextContentsAsync();
        Assert.That(
            maths.Select(Visible),
            Is.EqualTo(new[] { "{1,2}", "50%", "a1⋅b", "a=1b=12", "−x=y", "c=2d=3", "|x|", "y2" }));
        await Expect(shown.Locator("ul, li")).ToHaveCountAsync(0);
        await Expect(shown.GetByText(@"\undefinedcommand")).ToBeVisibleAsync();
        await Expect(shown.Locator("[data-tex]").First).ToHaveAttributeAsync("data-tex", @"\{1,2\}");
        Assert.That(await shown.Locator("math").Nth(3).Locator("mtr").CountAsync(), Is.EqualTo(2));
        Assert.That(await shown.Locator("math").Nth(5).Locator("mtr").CountAsync(), Is.EqualTo(2));
        await page.LookAtAllWidthsAsync("Formulas");
    }

    [Test]
    public async Task Product_OfTheOfflineModel_KeepsItsStars()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.RunAsync("Complete", "What is 2*3*4?");

        await Expect(page.Result.Locator(".markdown")).ToContainTextAsync("2 * 3 * 4 = 24");
    }

    [Test]
    public async Task Sources_OnDemand_AreShownAndHiddenAgain()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For(@"It is \(\frac{1}{2}\).", "no update"));
        var shown = page.Result.Locator(".markdown");
        await Expect(shown.Locator("mfrac")).ToHaveCountAsync(1);
        await page.Button("LaTeX").ClickAsync();
        await Expect(shown).ToHaveTextAsync(@"It is \(\frac{1}{2}\).");
        await Expect(page.Button("LaTeX")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Button("LaTeX").ClickAsync();

        await Expect(shown.Locator("mfrac")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Copy_OfAFormula_IsItsSource()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For("It is $\\frac{1}{2}$ of it.\n\nNo more.", "no update"));
        await Expect(page.Result.Locator("mfrac")).ToHaveCountAsync(1);
        await page.Result.Locator(".markdown").EvaluateAsync("text => getSelection().selectAllChildren(text)");
        await page.Page.Keyboard.PressAsync("ControlOrMeta+c");

        var copied = await page.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.That(copied.Trim(), Is.EqualTo("It is $\\frac{1}{2}$ of it.\n\nNo more."));
    }

    [Test]
    public async Task Formula_WiderThanTheWindow_ScrollsByItself()
    {
        var wide = string.Join(" + ", Enumerable.Range(1, 60).Select(index => $"x_{{{index}}}"));
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, width: 360);
        await page.RunAsync("Complete", StubQuery.For($"\\[ {wide} \\]\n\nand \\({wide}\\)", "no update"));
        await Expect(page.Result.Locator(".wide")).ToHaveCountAsync(2);

        await page.LookAtAllWidthsAsync("Formulas that are wide");
    }

    [Test]
    public async Task Formula_ThatIsHostile_NeitherRunsNorHangs()
    {
        const string hostile = """
            \(\href{javascript:window.ran=true}{x}\) \(\includegraphics{https://tracker.example/p.png}\) \(\rule{9999em}{9999em}\)
            \(\def\a{\a\a}\a\) \(\class{formula}{x}\) \(\style{position:fixed}{x}\) \(\text{<img src=x onerror=window.ran=true>}\)
            """;
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For(hostile + $"\n\n\\({string.Concat(Enumerable.Repeat("{", 4_000))}\\)", "no update"));
        await Expect(page.Result.Locator("math").First).ToBeVisibleAsync();

        Assert.That(await page.Page.EvaluateAsync<bool>("() => 'ran' in window"), Is.False);
        await Expect(page.Result.Locator("math a, math img, math [href]")).ToHaveCountAsync(0);
        Assert.That(await page.OverflowAsync(), Is.Zero);
    }

    private static string Visible(string? text) =>
        string.Concat((text ?? "").Where(
            character => !char.IsWhiteSpace(character) && character is not ('\u2061' or '\u2062' or '\u200B')));
}
