using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static Miner.EndToEnd.Tests.TestUi.Keys;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The page without a mouse.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class KeyboardTests
{
    [Test]
    public async Task Tabs_ByArrowsHomeAndEnd_MoveTheFocusAndOpenOnEnter()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.Tab("Workbench").FocusAsync();
        await PressAsync(page, "ArrowLeft", "ArrowLeft");
        await Expect(page.Tab("System")).ToBeFocusedAsync();
        await PressAsync(page, "Home", "ArrowRight", "ArrowRight");
        await Expect(page.Tab("Conversation")).ToBeFocusedAsync();
        await Expect(page.Tab("Workbench")).ToHaveAttributeAsync("aria-selected", "true");
        await PressAsync(page, "Enter");

        await Expect(page.Tab("Conversation")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Panel).ToHaveAccessibleNameAsync("Conversation");
        await PressAsync(page, "End", "Space");
        await Expect(page.Panel).ToHaveAccessibleNameAsync("System");
        Assert.That(page.Page.Url, Does.EndWith("#system"));
    }

    [Test]
    public async Task Chain_ByKeyboardAlone_IsAskedAndSentOn()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await TabToAsync(page, page.Panel.GetByLabel("Query 1"));
        await PressAsync(page, "ControlOrMeta+a");
        await page.Page.Keyboard.TypeAsync("What is 8 * 9?");
        await TabToAsync(page, page.Button("Run Complete"));
        await PressAsync(page, "Enter");
        await page.ResultAsync();
        await Expect(page.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Complete: done");
        await TabToAsync(page, page.Button("Send to Refine"));
        await PressAsync(page, "Space");
        await page.ResultAsync();

        await Expect(page.Tab("Refine")).ToBeFocusedAsync();
        await Expect(page.Result).ToContainTextAsync("72");
    }

    [Test]
    public async Task Comparison_ByKeyboardAlone_OfTwoAnswersOfTheTimeline()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        foreach (var query in new[] { "What is 8 * 9?", "What is 9 * 9?" })
        {
            await page.Tab("Workbench").FocusAsync();
            await TabToAsync(page, page.Panel.GetByLabel("Query 1"));
            await PressAsync(page, "ControlOrMeta+a");
            await page.Page.Keyboard.TypeAsync(query);
            await PressAsync(page, "Control+Enter");
            await page.ResultAsync();
        }

        await TabToAsync(page, page.Button("Pin 2"));
        await PressAsync(page, "Enter");
        await TabToAsync(page, page.Button("Pin 1"));
        await PressAsync(page, "Space");

        await Expect(page.Panel.GetByRole(AriaRole.Region, new() { Name = "Comparison" }).Locator("ins").First).ToContainTextAsync("9");
    }

    [TestCase("Task")]
    [TestCase("Query 1")]
    public async Task ControlEnter_InAnyField_RunsTheForm(string field)
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.Panel.GetByLabel(field).FocusAsync();
        await PressAsync(page, "Control+Enter");

        await Expect(page.Result).ToContainTextAsync("391");
    }

    [Test]
    public async Task Deletion_ByKeyboardAlone_CanBeDismissedAndConfirmed()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, cid: "keyboard-deletion");
        await page.RunAsync("Complete");
        await page.Tab("Conversation").ClickAsync();
        await page.ResultAsync();
        await TabToAsync(page, page.Button("Delete the conversation"));
        await PressAsync(page, "Enter");
        await Expect(page.Button("Keep")).ToBeFocusedAsync();
        await PressAsync(page, "Escape");
        await Expect(page.Button("Delete the conversation")).ToBeFocusedAsync();
        await Expect(page.Result).ToContainTextAsync("17 * 23");
        await PressAsync(page, "Enter", "Shift+Tab", "Enter");

        await Expect(page.Result).ToContainTextAsync("The conversation keyboard-deletion is deleted.");
        await Expect(page.Button("Delete the conversation")).ToBeFocusedAsync();
    }
}
