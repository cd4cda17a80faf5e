using System.Text.Json.Nodes;

namespace Miner.EndToEnd.Tests.Cli;

[TestFixture]
internal sealed class ConfigCheckTests : MinerProcessFixture
{
    [Test]
    public async Task Check_OfASoundConfiguration_TellsEachValueAndWhereItIsFrom()
    {
        await File.WriteAllTextAsync(InFolder(".env"), "API_KEY=0123456789abcdef-secret\nLLM_PROVIDER=offline\n");

        var result = await RunAsync(["config", "check", "--port", "80"], new Dictionary<string, string> { ["MINER_NAME"] = "m" });

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Match(@"\nAPI_KEY +23 characters +\.env\n").And.Match(@"\nMINER_NAME +m +environment\n")
            .And.Match(@"\nPORT +80 +command line\n").And.Match(@"\nHOST +0\.0\.0\.0 +default\n").And.Contain("All is well."));
        Assert.That(result.Output, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task Check_OfAWrongOne_ListsAllThatIsWrongAtOnceAsServeDoes()
    {
        await File.WriteAllTextAsync(InFolder(".env"), "PORT=abc\nRATE_LIMIT_COMPLTE=1/day\nAPI_KEY \"hidden-4711\nLLM_PROVIDER=gemini\n");

        var result = await RunAsync(["config", "check", "--json"], new Dictionary<string, string> { ["OPENAI_BASEURL"] = "x" });
        var told = JsonNode.Parse(result.Output)!;
        var refused = await RunAsync(["serve"]);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        var problems = told["problems"]!.AsArray().Select(problem => problem!.ToString()).ToList();
        Assert.That(problems, Has.Count.EqualTo(3));
        foreach (var problem in problems) Assert.That(refused.Error, Does.Contain(problem));
        Assert.That(told["warnings"]!.AsArray().Select(warning => warning!.ToString()[..15]), Is.EquivalentTo(new[]
        {
            ".env, line 3, c", "RATE_LIMIT_COMP", "OPENAI_BASEURL ",
        }));
        Assert.That(result.Output, Does.Not.Contain("hidden-4711"));
    }

    [Test]
    public async Task Serve_WithNamesThatAreNoSettings_WarnsOfEachOnce()
    {
        await using var miner = StartMiner(("RATE_LIMIT_COMPLTE", "1/day"), ("OPENAI_BASEURL", "x"));
        await miner.AddressAsync();

        Assert.That(miner.Output.Split("RATE_LIMIT_COMPLTE (environment) is no setting"), Has.Length.GreaterThan(1));
        Assert.That(miner.Output, Does.Contain("Is OPENAI_BASE_URL meant?"));
    }

    [TestCase("--josn")]
    [TestCase("chekc")]
    public async Task Check_Misspelt_IsMisused(string word) =>
        Assert.That((await RunAsync(["config", "check", word])).ExitCode, Is.EqualTo(2));

    [Test]
    public async Task Config_WithoutAVerb_IsMisused() => Assert.That((await RunAsync(["config"])).ExitCode, Is.EqualTo(2));
}
