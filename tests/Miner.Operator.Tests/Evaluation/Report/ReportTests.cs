using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Report;

internal sealed class ReportTests
{
    private const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(2)> & \"quoted\" 'single'";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-report-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Html_OfHostileTexts_ShowsThemAsText()
    {
        var page = HtmlReport.Write(
            Report(Answer(1, question: Hostile, given: Hostile, failure: null), Answer(2, category: Hostile, failure: Hostile)));

        Assert.That(page, Does.Not.Contain("<script").IgnoreCase.And.Not.Contain("<img"));
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)"));
    }

    [Test]
    public void Html_WithFormulas_MarksThemAndCarriesWhatTypesetsThem()
    {
        var wrong = Answer(1, question: @"What is $\frac{1}{2}$ <of> $5?", given: @"\sqrt{2}") with
        {
            Card = Answer(2, failure: "late").Card,
        };
        var page = HtmlReport.Write(Report(wrong));

        var scripts = Regex.Matches(page, "<script>(.*?)</script>", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value)
            .ToList();
        var allowed = scripts.Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
        Assert.That(
            page,
            Does.Contain("""What is <span class="formula" dir="ltr" data-tex="\frac{1}{2}">$\frac{1}{2}$</span> &lt;of&gt; $5?"""));
        Assert.That(page, Does.Contain("""data-tex="\sqrt{2}">\sqrt{2}</span>"""));
        Assert.That(scripts, Has.Count.EqualTo(2));
        Assert.That(page, Does.Contain($"script-src {string.Join(' ', allowed)}\">"));
    }

    [Test]
    public void Html_WithoutFormulas_HasNoScript() => Assert.That(HtmlReport.Write(Report(Answer(1))), Does.Not.Contain("script"));

    /// <summary>Nothing is loaded, and every tag is closed: read as XML once the few void tags are.</summary>
    [Test]
    public void Html_IsOneWholePageByItself()
    {
        var page = HtmlReport.Write(
            Report([.. Enumerable.Range(1, 30).Select(number => Answer(number, category: $"kind {number % 3}", seconds: number))]));
        var xml = Regex.Replace(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|br)([^>]*)>", "<$1$2/>");

        var document = XDocument.Parse(xml);

        Assert.Multiple(() =>
        {
            Assert.That(document.Descendants("svg").Count(), Is.EqualTo(3));
            Assert.That(
                document
                    .Descendants()
                    .Attributes()
                    .Where(attribute =>
                        attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)),
                Is.Empty);
            Assert.That(document.Descendants("script"), Is.Empty);
            Assert.That(page, Does.Contain("prefers-color-scheme: dark").And.Contain("Content-Security-Policy"));
        });
    }

    [Test]
    public void Html_OfTheLatencies_CountsEachOnce()
    {
        var page = HtmlReport.Write(Report([.. Enumerable.Range(1, 30).Select(number => Answer(number, seconds: number))]));

        var counts = Regex
            .Matches(page, @"<title>[^<]* to [^<]*: (\d+)</title>")
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

        Assert.That(counts.Sum(), Is.EqualTo(30));
    }

    [Test]
    public void Html_OfFailuresAlone_HasNoLatencies()
    {
        var page = HtmlReport.Write(Report(Answer(1, failure: "HTTP 502")));

        Assert.That(page, Does.Contain("HTTP 502").And.Not.Contain("Latency histogram"));
    }

    [Test]
    public void Html_OfAnEarlyEnd_SaysSo()
    {
        var report = Report(Answer(1));
        var page = HtmlReport.Write(report with { Summary = report.Summary with { IsComplete = false } });

        Assert.That(page, Does.Contain("Ended early: 1 of 5 problems asked."));
    }

    [Test]
    public void Json_HoldsScoresSecondsAndWhatWasNotJudged()
    {
        var json = JsonNode.Parse(JsonReport.Write(Report(Answer(1, seconds: 2))))!;
        var answer = json["answers"]![0]!;

        Assert.Multiple(() =>
        {
            Assert.That((double)answer["latency"]!, Is.EqualTo(2));
            Assert.That((double)answer["card"]!["total"]!, Is.EqualTo(70));
            Assert.That((double)answer["card"]!["accuracy"]!, Is.EqualTo(100));
            Assert.That(answer["card"]!.AsObject().ContainsKey("instruction_following"), Is.True);
            Assert.That(answer["card"]!["instruction_following"], Is.Null);
            Assert.That((double)json["summary"]!["latencies"]!["p90"]!, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task WriteAsync_Always_WritesBothFilesOverOlderOnes()
    {
        var path = Path.Combine(_folder.FullName, "today.html");
        await File.WriteAllTextAsync(path, "older");

        await ReportFiles.WriteAsync(Report(Answer(1)), path, CancellationToken.None);

        Assert.That(_folder.GetFiles().Select(file => file.Name), Is.EquivalentTo(new[] { "today.html", "today.json" }));
        Assert.That(await File.ReadAllTextAsync(path), Does.StartWith("<!DOCTYPE html>"));
    }

    [TestCase("missing/report.html", "there is no folder")]
    [TestCase(".", "that is a folder")]
    [TestCase("report.json", "give it a name that does not end with .json")]
    public void Check_OfAPathThatCannotBe_SaysWhy(string name, string expected) => Assert.That(
            () => ReportFiles.Check(Path.Combine(_folder.FullName, name)),
            Throws.TypeOf<OperatorException>().With.Message.Contain(expected));

    /// <summary>In <c>/proc</c> nobody can make files, not even root.</summary>
    [TestCase("/proc/report.html", "/proc/report.html: its folder is full or not this user's to write in")]
    [TestCase("/dev/null", "/dev/null: that is a device, a pipe or a socket")]
    [Platform("Linux")]
    public void Check_WhereTheSystemRefuses_SaysWhy(string path, string expected) => Assert.That(
            () => ReportFiles.Check(path),
            Throws.TypeOf<OperatorException>().With.Message.Contain(expected).And.Message.Not.Contain(".tmp"));

    [Test]
    public void Check_WhereAFolderHasTheNameOfTheJson_SaysSo()
    {
        _folder.CreateSubdirectory("today.json");

        Assert.That(
            () => ReportFiles.Check(Path.Combine(_folder.FullName, "today.html")),
            Throws.TypeOf<OperatorException>().With.Message.Contain("today.json: that is a folder"));
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(1));
    }

    private static EvaluationReport Report(params ScoredAnswer[] answers) => new(
            new EvaluationSetup("http://127.0.0.1:8001/", "offline offline-1", "generated, seed 1", null, DateTimeOffset.UnixEpoch, 5),
            new EvaluationSummary(
                true,
                1,
                0,
                0,
                70,
                100,
                answers.Length,
                Latencies.Of(answers.Where(answer => answer.Failure is null).Select(answer => answer.Latency)),
                TimeSpan.FromSeconds(9),
                7,
                0,
                TimeSpan.Zero,
                null,
                null),
            [.. answers.GroupBy(answer => answer.Category).Select(group => new CategoryScore(group.Key, 1, group.Count(), 70))],
            answers);

    private static ScoredAnswer Answer(
        int number,
        string category = "all",
        string question = "6*7?",
        string? given = "41",
        string? failure = null,
        int seconds = 1) =>
        new(
            number,
            category,
            question,
            "42",
            given,
            IsRight: failure is null,
            failure,
            TimeSpan.FromSeconds(seconds),
            TimeSpan.FromSeconds(number),
            failure is null && given != Hostile
                ? ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 100 })
                : ScoreCard.Failed);
}
