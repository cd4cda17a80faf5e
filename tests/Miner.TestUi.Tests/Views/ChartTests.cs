using System.Text.Json.Nodes;
using Miner.Client;
using Miner.Operator.Evaluation.Report;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

/// <summary>Where bars stand and how long they are.</summary>
[TestFixture]
internal sealed class ChartTests
{
    /// <summary>In percent of a call of 200 ms; no bar is shorter than half a percent or leaves the picture.</summary>
    [TestCase(0, 200, "0", "100")]
    [TestCase(50, 100, "25", "50")]
    [TestCase(150, null, "75", "25", TestName = "Waterfall_OfASpan_StandsWhereItsTimeWas(not ended)")]
    [TestCase(0, 0.1, "0", "0.5")]
    [TestCase(200, 0.1, "99.5", "0.5")]
    [TestCase(500, 10, "99.5", "5")]
    [TestCase(-5, 400, "0", "100")]
    public async Task Waterfall_OfASpan_StandsWhereItsTimeWas(double at, double? took, string x, string width)
    {
        var html = await WaterfallAsync(milliseconds: 200, Span("step", at, took));

        Assert.That(Rendered.Values(html, "x").Single(), Is.EqualTo(x));
        Assert.That(Rendered.Values(html, "width").Single(), Is.EqualTo(width));
    }

    [Test]
    public async Task Waterfall_OfSpans_NamesEachWithItsTimeAndWhyItFailed()
    {
        var html = await WaterfallAsync(
            milliseconds: 200,
            Span("CompleteCommand", 0, 200), Span("POST <b>chat</b>", 10, 20.04) with { Error = "timeout" }, Span("open", 30, null));

        Assert.That(
            Rendered.Text(html),
            Is.EqualTo("Where the time went CompleteCommand 200 ms POST <b>chat</b> (timeout) 20 ms open not ended"));
        Assert.That(Rendered.Values(html, "class").Where(name => name.StartsWith("bar", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "bar", "bar bad", "bar" }));
        Assert.That(html, Does.Not.Contain("<b>"), "a name is text");
    }

    [Test]
    public async Task Waterfall_OfACallThatTookNoTime_DividesByNothing() =>
        Assert.That(Rendered.Values(await WaterfallAsync(milliseconds: 0, Span("step", 0, 0)), "width"), Is.EqualTo(new[] { "0.5" }));

    [Test]
    public async Task Waterfall_WithoutSpans_IsNothing() => Assert.That(await WaterfallAsync(milliseconds: 5), Is.Empty);

    [Test]
    public async Task MinuteChart_OfSomeMinutes_HasAnHourWithEachInItsPlace()
    {
        var minute = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var html = await MinutesAsync(Minute(minute.AddMinutes(-59), 3), Minute(minute.AddMinutes(-1), 7), Minute(minute, 5));

        var data = JsonNode.Parse(Rendered.Values(html, "data-chart").Single())!;
        var times = data["times"]!.AsArray().Select(time => (long)time!).ToList();
        var values = data["series"]![0]!["values"]!.AsArray().Select(value => (double)value!).ToList();
        Assert.That((times.Count, values.Count), Is.EqualTo((60, 60)));
        Assert.That(times[^1], Is.EqualTo(minute.ToUnixTimeSeconds()), "the minute that runs is the last");
        Assert.That(times.Zip(times.Skip(1), (one, next) => next - one), Is.All.EqualTo(60));
        Assert.That((values[0], values[1], values[58], values[59]), Is.EqualTo((3, 0, 7, 5)));
        Assert.That(Rendered.Text(html), Is.EqualTo("Requests, the last hour: at most 7 a minute"));
    }

    [Test]
    public async Task MinuteChart_WithoutAnything_SaysNone() =>
        Assert.That(Rendered.Text(await MinutesAsync()), Is.EqualTo("Requests, the last hour: none"));

    [Test]
    public async Task CategoryBars_OfCategories_ShowsPointsAndWhatNobodyJudged()
    {
        CategoryScore[] categories =
            [new("algebra", 3, 4, 52.5) { Attainable = 70 }, new("<i>", 0, 1, -3), new("all", 2, 2, 130) { Attainable = 120 }];

        var html = await Rendered.HtmlAsync<CategoryBars>(("Categories", categories));

        Assert.That(
            Rendered.Text(html), Does.Contain("algebra 52.5 of 70 3 of 4 <i> -3 of 100 0 of 1 all 130 of 120 2 of 2"));
        Assert.That(Rendered.Values(html, "width"), Does.Contain("52.5%").And.Contains("30%"));
        Assert.That(Rendered.Values(html, "width"), Has.None.StartsWith("-").And.None.EqualTo("130%"), "a bar stays in its place");
    }

    [Test]
    public async Task CategoryBars_OfMoreThanAHundred_SaysHowManyAreLeftOut()
    {
        CategoryScore[] categories = [.. Enumerable.Range(1, 103).Select(number => new CategoryScore($"c{number}", 1, 1, 1))];

        var text = await Rendered.TextAsync<CategoryBars>(("Categories", categories));

        Assert.That(text, Does.Contain("c100 ").And.Not.Contain("c101").And.Contain("The report has 3 more."));
    }

    private static Task<string> WaterfallAsync(double milliseconds, params CallSpan[] spans) =>
        Rendered.HtmlAsync<Waterfall>(("Spans", spans), ("Milliseconds", milliseconds));

    private static CallSpan Span(string name, double at, double? took) =>
        new() { Name = name, SpanId = "s", ParentSpanId = null, AtMs = at, DurationMs = took, Error = null };

    private static Task<string> MinutesAsync(params MinuteItem[] minutes)
    {
        (string, Func<MinuteItem?, double?>)[] series = [("succeeded", minute => minute?.Successes ?? 0)];
        return Rendered.HtmlAsync<MinuteChart>(
            ("Title", "Requests"), ("Minutes", minutes), ("Now", Rendered.Now), ("Series", series), ("Unit", "a minute"));
    }

    private static MinuteItem Minute(DateTimeOffset start, long successes) =>
        new() { Start = start, Successes = successes, Failures = 0, P50Ms = null, P95Ms = null };
}
