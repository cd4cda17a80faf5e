using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

internal sealed class FieldLinesTests
{
    private const string Heading = "name,raw_score,edges_per_minute\n";

    private string _path = null!;

    [SetUp]
    public void MakePath() => _path = Path.GetTempFileName();

    [TearDown]
    public void RemoveFile() => File.Delete(_path);

    [Test]
    public void Read_OfColumnsInAnyOrder_FindsThemByTheirNames() =>
        Assert.That(
            Read("Edges_Per_Minute, hotkey, NAME, raw_score\r\n12.5, 5F3sa2, one, 81\n0,x,two,1e1\n"),
            Is.EqualTo(new[] { new FieldMiner("one", 81, 12.5), new FieldMiner("two", 10, 0) }));

    [Test]
    public void Read_OfQuotedCells_TakesTheirCommasAsText() =>
        Assert.That(
            Read("\"name\",\"raw_score\", \"edges_per_minute\" ,note\n\"one, \"\"two\"\"\",\"81\",12.5,\"a, b\"\n,80,2,\n5\"F,79,1,\"\n"),
            Is.EqualTo(new[] { new FieldMiner("one, \"two\"", 81, 12.5), new FieldMiner("", 80, 2), new FieldMiner("5\"F", 79, 1) }));

    [Test]
    public void Read_OfAHeadingAlone_IsAFieldOfNobodyElse() => Assert.That(Read(Heading), Is.Empty);

    [TestCase("", "no heading")]
    [TestCase("name,score\n", "line 1: the heading must name")]
    [TestCase(Heading + "one,80\n", "line 2: a column is missing")]
    [TestCase(Heading + "one,80,1\n\ntwo,101,1\n", "line 4: 'raw_score'")]
    [TestCase(Heading + "one,-1,1\n", "line 2: 'raw_score'")]
    [TestCase(Heading + "one,NaN,1\n", "line 2: 'raw_score'")]
    [TestCase(Heading + "one,80,Infinity\n", "line 2: 'edges_per_minute'")]
    [TestCase(Heading + "one,80,many\n", "line 2: 'edges_per_minute'")]
    public void Read_OfWrongText_NamesTheLineAndWhatIsWrong(string text, string expected) =>
        Assert.That(() => Read(text), Throws.TypeOf<OperatorException>().With.Message.Contain(expected));

    private IReadOnlyList<FieldMiner> Read(string text)
    {
        File.WriteAllText(_path, text);
        return FieldLines.Read(_path);
    }
}
