using System.Globalization;
using System.Xml.Linq;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Report;

/// <summary>Reads the charts' figures back from what is drawn.</summary>
[TestFixture]
internal sealed class ScoreChartsTests
{
    [Test]
    public void Categories_OfScores_DrawsBarsOfTheirShareOfTheTrack()
    {
        var chart = XElement.Parse(ScoreCharts.Categories([new("half", 1, 2, 50), new("none", 0, 3, 0), new("all", 4, 4, 100)]));

        var track = Number(Rectangles(chart, "track")[0], "width");
        Assert.Multiple(() =>
        {
            Assert.That(
                Rectangles(chart, "bar").Select(bar => Number(bar, "width") / track),
                Is.EqualTo(new[] { 0.5, 0, 1 }).Within(0.001));
            Assert.That(Texts(chart), Does.Contain("50.0 · 1 of 2 right").And.Contain("0.0 · 0 of 3 right").And.Contain("all"));
        });
    }

    [Test]
    public void Categories_OfAnyNumber_KeepsAllWithinThePicture()
    {
        var chart = XElement.Parse(ScoreCharts.Categories(
            [.. Enumerable.Range(1, 50).Select(number => new CategoryScore($"kind {number}", 1, 1, 100))]));

        var bottom = Rectangles(chart, "bar").Max(bar => Number(bar, "y") + Number(bar, "height"));
        Assert.That(bottom, Is.LessThanOrEqualTo(Height(chart)));
        Assert.That(Rectangles(chart, "bar").Select(bar => Number(bar, "y")), Is.Unique.And.Ordered);
    }

    [TestCase("a category whose name goes on and on", "a category whose name goes …")]
    [TestCase("twenty-eight characters long", "twenty-eight characters long")]
    public void Categories_WithALongName_CutsIt(string name, string shown) =>
        Assert.That(Texts(XElement.Parse(ScoreCharts.Categories([new CategoryScore(name, 1, 1, 70)]))), Does.Contain(shown));

    [Test]
    public void LatencyHistogram_OfLatencies_CountsEachInItsRange()
    {
        var chart = XElement.Parse(ScoreCharts.LatencyHistogram(
            [TimeSpan.FromSeconds(0), TimeSpan.FromSeconds(1.1), TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(24)]));

        var counts = Counts(chart);
        Assert.Multiple(() =>
        {
            Assert.That(counts, Has.Count.EqualTo(24));
            Assert.That((counts[0], counts[1], counts[23]), Is.EqualTo((1, 2, 1)));
            Assert.That(counts.Sum(), Is.EqualTo(4));
            Assert.That(Texts(chart), Does.Contain("24.0 s").And.Contain("2"));
        });
    }

    [Test]
    public void LatencyHistogram_OfLatencies_DrawsTheMostAtFullHeight()
    {
        var chart = XElement.Parse(ScoreCharts.LatencyHistogram(
            [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(1), 8), .. Enumerable.Repeat(TimeSpan.FromSeconds(1), 2)]));

        var heights = Rectangles(chart, "bar").Select(bar => Number(bar, "height")).ToList();
        Assert.That(heights[^1] / heights[0], Is.EqualTo(0.25).Within(0.001));
        Assert.That(heights.Max(), Is.LessThan(Height(chart)));
    }

    [Test]
    public void LatencyHistogram_OfNoTimeAtAll_CountsItAll() =>
        Assert.That(Counts(XElement.Parse(ScoreCharts.LatencyHistogram([TimeSpan.Zero, TimeSpan.Zero]))).Sum(), Is.EqualTo(2));

    [Test]
    public void ScoreOverTime_OfAnswers_GoesThroughTheMeanAfterEach()
    {
        var chart = XElement.Parse(ScoreCharts.ScoreOverTime([Answer(100, 10), Answer(0, 20), Answer(0, 40)]));

        var (xs, scores) = Points(chart);
        Assert.Multiple(() =>
        {
            // 70 of 100 points for an answer that was judged for accuracy alone.
            Assert.That(scores, Is.EqualTo(new[] { 70, 35, 23.333 }).Within(0.1));
            Assert.That((xs[1] - xs[0]) * 2, Is.EqualTo(xs[2] - xs[1]).Within(0.2), "in proportion to the time");
            Assert.That(Texts(chart), Does.Contain("40.0 s"));
        });
    }

    [Test]
    public void ScoreOverTime_OfManyAnswers_KeepsTheLineShort()
    {
        var chart = XElement.Parse(ScoreCharts.ScoreOverTime([.. Enumerable.Range(1, 10_000).Select(second => Answer(100, second))]));

        var (xs, scores) = Points(chart);
        Assert.That(xs, Has.Count.InRange(300, 500).And.Ordered);
        Assert.That(scores, Is.All.EqualTo(70).Within(0.1));
    }

    [Test]
    public void ScoreOverTime_OfAnswersInNoTime_StandsAtTheEnd()
    {
        var chart = XElement.Parse(ScoreCharts.ScoreOverTime([Answer(100, 0)]));

        Assert.That(Points(chart).Xs.Single(), Is.EqualTo(Number(chart.Elements("line").First(line => Class(line) == "axis"), "x2")));
    }

    [Test]
    public void Charts_OfTextsByOthers_WriteThemAsText()
    {
        var chart = XElement.Parse(ScoreCharts.Categories([new CategoryScore("<b onclick='x'>&\"", 1, 1, 1)]));

        Assert.That(Texts(chart), Does.Contain("<b onclick='x'>&\""));
        Assert.That(chart.Descendants("b"), Is.Empty);
    }

    private static List<XElement> Rectangles(XElement chart, string style) =>
        [.. chart.Elements("rect").Where(rectangle => Class(rectangle) == style)];

    private static List<string> Texts(XElement chart) => [.. chart.Elements("text").Select(text => text.Value)];

    private static List<int> Counts(XElement chart) =>
        [.. chart.Descendants("title").Select(title => int.Parse(title.Value.Split(": ")[1], CultureInfo.InvariantCulture))];

    /// <summary>The places of the line's points, and the scores that they stand for.</summary>
    private static (List<double> Xs, List<double> Scores) Points(XElement chart)
    {
        var points = chart.Elements("polyline").Single().Attribute("points")!.Value.Split(' ')
            .Select(point => Array.ConvertAll(point.Split(','), text => double.Parse(text, CultureInfo.InvariantCulture)))
            .ToList();
        var axis = chart.Elements("line").Where(line => Class(line) == "axis").ToList();
        var (bottom, top) = (Number(axis[0], "y1"), Number(axis[1], "y1"));
        return ([.. points.Select(point => point[0])], [.. points.Select(point => 100 * (bottom - point[1]) / (bottom - top))]);
    }

    private static string? Class(XElement element) => element.Attribute("class")?.Value;

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static double Height(XElement chart) =>
        double.Parse(chart.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);

    private static ScoredAnswer Answer(double accuracy, int finishedAfter) => new(
        Number: 1,
        "all",
        "6*7?",
        "42",
        "42",
        IsRight: accuracy > 0,
        Failure: null,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(finishedAfter),
        ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = accuracy }));
}
