using Microsoft.Playwright;
using Miner.Testing;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>Evaluations that are run from the page.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class EvaluateTests
{
    private const int Questions = 10;

    [Test]
    public async Task Evaluation_OfTheOfflineModel_SaysThatItCostsNothingAndScoresIt()
    {
        await using var miner = Pages.StartMiner();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await Expect(page.Panel.Locator("#evaluate-model")).ToContainTextAsync("costs nothing");
        await Expect(page.Result).ToContainTextAsync("None yet");
        await page.LookAtAllWidthsAsync("Evaluate empty");
        await page.Panel.GetByLabel("Questions").FillAsync("5");
        await page.Button("Ask 5 questions").ClickAsync();
        await Expect(page.Panel.Locator("#evaluate-progress")).ToContainTextAsync("Evaluation 1: 5 of 5 right.");
        await page.Result.GetByRole(AriaRole.Button, new() { Name = "1: 5 questions, seed 1" }).ClickAsync();
        await Expect(page.Result).ToContainTextAsync("Nothing: all answers are right.");
        await Expect(page.Result.GetByRole(AriaRole.Row, new() { Name = "arithmetic" })).ToContainTextAsync("70 of 70");
        await page.LookAtAllWidthsAsync("Evaluate result");
    }

    [Test]
    public async Task Evaluation_WhileOneLooksElsewhereAndReloads_GoesOn()
    {
        await using var model = await ExamModel.StartAsync(Questions);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        model.Instead = number => number < 4 ? null : Answer($"The answer is {model.Problem(number).Answer}") with { Gate = open.Task };
        await using var miner = Pages.StartMiner(model.Settings);
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await Expect(page.Panel.Locator("#evaluate-model")).ToContainTextAsync("20 questions, at least one call each, will be put to vllm");
        await StartAsync(page);
        await Expect(page.Panel.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", "3");
        await Expect(page.Result).ToContainTextAsync("running");
        await page.LookAtAllWidthsAsync("Evaluate running");
        await page.Button($"Ask {Questions} questions").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("Another evaluation is running");
        await page.Tab("System").ClickAsync();
        await page.ResultAsync();
        open.SetResult();
        await page.Page.ReloadAsync();
        await page.Tab("Evaluate").ClickAsync();

        await Expect(page.Panel.Locator("#evaluate-progress")).ToContainTextAsync($"Evaluation 1: {Questions} of {Questions} right.");
        await Expect(page.Button("End it now")).ToBeHiddenAsync();
        await Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Evaluation");
    }

    [Test]
    public async Task WrongAnswers_OfEachCause_OpenToTheWholeReply()
    {
        await using var model = await ExamModel.StartAsync(Questions);
        model.Instead = number => number switch
        {
            2 => Answer("We add, and so on.\n\n$\\frac{1}{2}$ is on the way; <b>the answer</b> is -123456."),
            3 => Answer("I would rather not say."),
            4 => Answer($"The answer is {model.Problem(4).Answer}\n\nThe answer is -123456."),
            5 => StubAnswer.Content("We begin with", finishReason: "length"),
            6 => StubAnswer.Error(500),
            _ => null,
        };
        await using var miner = Pages.StartMiner([.. model.Settings, ("OFFLINE_FALLBACK", "false"), ("RECORD_CALLS", "100")]);
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await RunAsync(page, number: 1);
        await OpenAsync(page, number: 1);
        var wrong = page.Result.Locator(".wrong-answers > details");
        await Expect(wrong.Locator(".tag")).ToHaveTextAsync(
            ["computed wrong", "no final answer", "read differently", "cut", "failed"]);
        foreach (var index in Enumerable.Range(0, 5)) await wrong.Nth(index).Locator("summary").First.ClickAsync();
        await Expect(wrong.Nth(0)).ToContainTextAsync("<b>the answer</b> is -123456");
        await Expect(wrong.Nth(0).Locator("math mfrac")).ToHaveCountAsync(1);
        await Expect(wrong.Nth(2)).ToContainTextAsync(model.Problem(4).Answer);
        await Expect(wrong.Nth(4)).ToContainTextAsync("HTTP 502");
        await page.LookAtAllWidthsAsync("Evaluate wrong answers");

        await page.Panel.GetByLabel("Cause").SelectOptionAsync("Cut");
        await Expect(wrong).ToHaveCountAsync(1);
        await wrong.Locator("summary").ClickAsync();
        await wrong.GetByRole(AriaRole.Button, new() { Name = "What happened" }).ClickAsync();
        await Expect(page.Tab("Calls")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Result.Locator(".steps")).ToContainTextAsync("Prompt 1");
    }

    [Test]
    public async Task Evaluation_ThatIsEnded_KeepsWhatItHasMeasured()
    {
        await using var model = await ExamModel.StartAsync(Questions);
        model.Instead = number => number < 4 ? null : StubAnswer.Hang;
        await using var miner = Pages.StartMiner(model.Settings);
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await StartAsync(page);
        await Expect(page.Panel.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", "3");
        await page.Button("End it now").ClickAsync();

        await Expect(page.Panel.Locator("#evaluate-progress")).ToContainTextAsync("Evaluation 1: 3 of 3 right, ended early.");
        await OpenAsync(page, number: 1);
        await Expect(page.Result).ToContainTextAsync($"ended early: 3 of {Questions} asked");
        await page.LookAtAllWidthsAsync("Evaluate ended early");
        await page.Button("All evaluations").ClickAsync();
        await page.Button("Remove evaluation 1").ClickAsync();
        await Expect(page.Result).ToContainTextAsync("None yet");
    }

    [Test]
    public async Task Evaluation_OfAMinerWithALimit_IsNotCountedByIt()
    {
        await using var miner = Pages.StartMiner(("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_COMPLETE", "1/hour"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await RunAsync(page, number: 1);
        await page.RunAsync("Complete");
        await Expect(page.Result).ToContainTextAsync("391");
        await page.RunAsync("Complete");

        await Expect(page.Result).ToContainTextAsync("429");
    }

    [Test]
    public async Task Evaluation_AgainstOtherMiners_PredictsTheWeight()
    {
        await using var miner = Pages.StartMiner();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await page.Panel.GetByText("Predict the weight").ClickAsync();
        await ChooseFieldAsync(page, "name,raw_score\nother,90\n");
        await StartAsync(page);
        await Expect(page.Panel.Locator("#evaluate-field-error")).ToContainTextAsync("miners.csv, line 1: the heading must name");
        await page.LookAtAllWidthsAsync("Evaluate refused field");
        await ChooseFieldAsync(page, "name,raw_score,edges_per_minute\nother,90,1000000\n");
        await RunAsync(page, number: 1);
        await OpenAsync(page, number: 1);

        await Expect(page.Result.Locator(".tiles")).ToContainTextAsync("rank 2");
    }

    [TestCase("0", "1", "from 1 to 1,000")]
    [TestCase("20", "-1", "A whole number")]
    public async Task Start_WithWhatCannotBe_MarksTheField(string count, string seed, string fault)
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, tab: "evaluate");
        await page.Page.EvaluateAsync("() => { document.getElementById('evaluate-start').noValidate = true; }");
        await page.Panel.GetByLabel("Questions").FillAsync(count);
        await page.Panel.GetByLabel("Seed").FillAsync(seed);
        await page.Panel.Locator("#evaluate-start button").ClickAsync();

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync(fault);
        await Expect(page.Panel.Locator("[aria-invalid]")).ToHaveCountAsync(1);
        Assert.That(await page.ViolationsAsync(), Is.Empty);
    }

    private static Task ChooseFieldAsync(OpenPage page, string csv) => page.Panel.GetByLabel("The other miners").SetInputFilesAsync(
        new FilePayload { Name = "miners.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });

    private static StubAnswer Answer(string text) => StubAnswer.Content(text);

    private static async Task StartAsync(OpenPage page)
    {
        await page.Panel.GetByLabel("Questions").FillAsync($"{Questions}");
        await page.Button($"Ask {Questions} questions").ClickAsync();
    }

    private static async Task RunAsync(OpenPage page, int number)
    {
        await StartAsync(page);
        await Expect(page.Panel.Locator("#evaluate-progress")).ToContainTextAsync($"Evaluation {number}: ");
        await Expect(page.Panel.Locator("[data-ended]")).ToHaveCountAsync(1);
    }

    private static async Task OpenAsync(OpenPage page, int number)
    {
        await page.Result.GetByRole(AriaRole.Button, new() { Name = $"{number}: {Questions} questions, seed 1" }).ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Heading, new() { Name = $"Evaluation {number}: " })).ToBeVisibleAsync();
    }
}
