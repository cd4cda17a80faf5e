using System.CommandLine;
using Miner.Api.Cli;
using Miner.Api.Telemetry;

namespace Miner.Api.Tests.Cli;

[TestFixture]
internal sealed class ManualPageTests
{
    private static readonly DateOnly Built = new(2030, 1, 2);

    private static readonly RootCommand Root = MinerCommandLine.CreateRoot(new ServeVerb());

    private static readonly string Page = ManualPage.Of(Root, "miner", Built);

    [Test]
    public void Page_OfTheProgram_NamesEveryVerbOptionAndArgumentThatIsNotHidden()
    {
        var commands = Root.Subcommands.Concat(Root.Subcommands.SelectMany(verb => verb.Subcommands)).ToList();

        Assert.That(commands, Has.Count.GreaterThan(13));
        foreach (var verb in commands.Where(verb => verb.Subcommands.Count == 0))
        {
            var section = Page.Split(".SS ").Single(section => section.Split('\n')[0].Split(' ').Contains(verb.Name));
            foreach (var option in verb.Options.Where(option => !option.Hidden))
                Assert.That(section, Does.Contain($"\\fB{Roff.Text(option.Name)}\\fR"), verb.Name);
            foreach (var argument in verb.Arguments.Where(argument => !argument.Hidden))
                Assert.That(section, Does.Contain($".I {argument.Name}\n"), verb.Name);
        }
    }

    [Test]
    public void Page_OfTheProgram_LeavesOutWhatIsHidden() => Assert.That(Page, Does.Not.Contain("workers").And.Not.Contain("reload\\fR"));

    [Test]
    public void Page_OfTheProgram_BearsTheDateAndTheVersion() =>
        Assert.That(Page.Split('\n')[0], Does.Contain("2030-01-02").And.Contain(BuildVersion.Number));

    [TestCase("my miner", """.TH "MY MINER" 1 "2030-01-02" "my miner """)]
    [TestCase("a\"b", """.TH "A\(dqB" 1 "2030-01-02" "a\(dqb """)]
    public void Page_OfAProgramWithAnOddName_HasItAsOneTitle(string name, string title) =>
        Assert.That(ManualPage.Of(Root, name, Built), Does.StartWith(title));

    [TestCase(".env is read", @"\&.env is read")]
    [TestCase("'serve' --port", @"\&\(aqserve\(aq \-\-port")]
    [TestCase(@"a\b", @"a\eb")]
    [TestCase("√2 … 😀", @"\[u221A]2 \[u2026] \[u1F600]")]
    [TestCase("one\r\n.two\n\nthree", "one\n\\&.two\nthree")]
    public void Text_WithWhatRoffReadsAsRequests_IsShownAsItIs(string text, string expected) =>
        Assert.That(Roff.Text(text), Is.EqualTo(expected));
}
