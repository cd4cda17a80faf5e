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
    [TestCase(Heading + "one,80,1\n\"two,80,1\nthree,80,1\n", "line 3: a column is missing", Description = "an open quote")]
    [TestCase("\r\n\r\nname,raw_score\r\n", "line 3: the heading must name")]
    [TestCase(Heading + "\r\n \t\r\none,80\r\n", "line 4: a column is missing")]
    public void Read_OfWrongText_NamesTheLineAndWhatIsWrong(string text, string expected) =>
        Assert.That(() => Read(text), Throws.TypeOf<OperatorException>().With.Message.Contain(expected));

    [Test]
    public void Read_OfAFileWithAByteOrderMark_PassesItOver() =>
        Assert.That(Read("\uFEFF" + Heading + "one,80,1\n"), Has.Count.EqualTo(1));

    [Test]
    public void Read_OfMoreLinesThanABufferHolds_ReadsThemAll()
    {
        var miners = Read(Heading + string.Concat(Enumerable.Range(0, 10_000).Select(number => $"miner {number},{number % 101},1.5\n")));

        Assert.That(miners[^1], Is.EqualTo(new FieldMiner("miner 9999", 9_999 % 101, 1.5)));
        Assert.That(miners, Has.Count.EqualTo(10_000));
    }

    [Test]
    public void Read_OfOneMinerTooMany_NamesItsLine() =>
        Assert.That(
            () => Read(Heading + string.Concat(Enumerable.Repeat("one,80,1\n", 10_001))),
            Throws.TypeOf<OperatorException>().With.Message.Contain("line 10002: there are more than 10,000 miners"));

    [TestCase("\0")]
    [TestCase("a,")]
    public void Read_OfAHugeLine_StopsAtTheLimit(string repeated) =>
        Assert.That(
            () => Read(Heading + "one,80,1\n" + string.Concat(Enumerable.Repeat(repeated, 1_000_000))),
            Throws.TypeOf<OperatorException>().With.Message.Contain("line 3: the line is longer than 10,000 bytes"));

    [Test]
    public void Read_OfAnotherEncoding_SaysThatItIsNotUtf8()
    {
        File.WriteAllText(_path, Heading + "größte,80,1\n", System.Text.Encoding.Latin1);

        Assert.That(
            () => FieldLines.Read(_path), Throws.TypeOf<OperatorException>().With.Message.Contain("line 2: this is not UTF-8 text"));
    }

    [Test]
    public void Read_OfWhatIsNoFile_SaysSo() =>
        Assert.That(
            () => FieldLines.Read(_path + "-missing"), Throws.TypeOf<OperatorException>().With.Message.Contain("cannot be read"));

    private IReadOnlyList<FieldMiner> Read(string text)
    {
        File.WriteAllText(_path, text);
        return FieldLines.Read(_path);
    }
}
