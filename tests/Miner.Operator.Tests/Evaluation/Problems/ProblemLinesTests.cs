using System.Text;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Tests.Evaluation.Problems;

internal sealed class ProblemLinesTests
{
    private string _path = null!;

    [SetUp]
    public void MakePath() => _path = Path.GetTempFileName();

    [TearDown]
    public void RemoveFile() => File.Delete(_path);

    [Test]
    public void Read_OfQuestionsAndAnswers_ReadsThemAll() =>
        Assert.That(
            Read(
                """{"question":"6*7?","answer":"42"}"""
                    + "\r\n\n  \n"
                    + """{"answer":3.50,"question":"7/2?","category":"division","more":[1]}"""),
            Is.EqualTo(new[] { new Problem("all", "6*7?", "42"), new Problem("division", "7/2?", "3.50") }));

    [Test]
    public void Read_OfGsm8k_KeepsTheSolutionWithItsAnswer()
    {
        var problems = Read(
            """{"question": "How many clips?", "answer": "She sold 48/2 = <<48/2=24>>24 clips.\n48 + 24 = <<48+24=72>>72\n#### 72"}""");

        Assert.That(problems[0].Answer, Does.EndWith("#### 72"));
    }

    [Test]
    public void Read_OfAFileWithAByteOrderMark_PassesItOver()
    {
        File.WriteAllText(_path, """{"question":"é?","answer":"1"}""", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(ProblemLines.Read(_path)[0].Question, Is.EqualTo("é?"));
    }

    [TestCase("""{"question":"a","answer":}""", "not valid JSON")]
    [TestCase("""{"question":"a","answer":"1"} {"question":"b","answer":"1"}""", "not valid JSON")]
    [TestCase("""{"question":"\ud800","answer":"1"}""", "not valid JSON")]
    [TestCase("""{"question":"a\u0000b","answer":"1"}""", "NUL")]
    [TestCase("""["question"]""", "not a JSON object")]
    [TestCase("42", "not a JSON object")]
    [TestCase("""{"answer":"1"}""", "'question' must")]
    [TestCase("""{"question":" ","answer":"1"}""", "'question' must")]
    [TestCase("""{"question":["a"],"answer":"1"}""", "'question' must")]
    [TestCase("""{"question":"a"}""", "'answer' must")]
    [TestCase("""{"question":"a","answer":null}""", "'answer' must")]
    [TestCase("""{"question":"a","answer":{"value":1}}""", "'answer' must")]
    public void Read_OfAWrongLine_NamesItAndWhatIsWrong(string line, string expected)
    {
        var fault = Assert.Throws<OperatorException>(() => Read("""{"question":"fine?","answer":"1"}""" + "\n\n" + line));

        Assert.That(fault.Message, Does.StartWith($"{_path}, line 3: ").And.Contain(expected).And.EndWith("."));
    }

    [Test]
    public void Read_OfAQuestionOverTheContractsLimit_SaysSo() =>
        Assert.That(
            () => Read($$"""{"question":"{{new string('a', 10_001)}}","answer":"1"}"""),
            Throws.TypeOf<OperatorException>().With.Message.Contain("10,000"));

    [Test]
    public void Read_OfDeepNesting_SaysThatItIsNotValid() =>
        Assert.That(() => Read(new string('[', 100_000)), Throws.TypeOf<OperatorException>().With.Message.Contain("not valid JSON"));

    [Test]
    public void Read_OfAHugeLine_StopsAtTheLimit()
    {
        using (var file = File.OpenWrite(_path))
        {
            file.Write("{\"question\":\"a\",\"answer\":\"1\"}\n"u8);
            file.SetLength(1L << 32);
        }

        Assert.That(
            () => ProblemLines.Read(_path),
            Throws.TypeOf<OperatorException>().With.Message.Contain("line 2: the line is longer than 1,048,576 bytes"));
    }

    [Test]
    public void Read_OfOtherEncodings_SaysThatTheyAreNotUtf8()
    {
        const string line = """{"question":"Wie groß?","answer":"1"}""";
        foreach (var encoding in new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            File.WriteAllText(_path, line, encoding);

            Assert.That(
                () => ProblemLines.Read(_path),
                Throws.TypeOf<OperatorException>().With.Message.Contain("line 1: this is not"),
                encoding.WebName);
        }
    }

    [TestCase("")]
    [TestCase("\n \n")]
    public void Read_OfNothing_SaysThatThereAreNoProblems(string text) =>
        Assert.That(() => Read(text), Throws.TypeOf<OperatorException>().With.Message.Contain("holds no problems"));

    [Test]
    public void Read_OfWhatIsNoFile_SaysSo()
    {
        Assert.That(
            () => ProblemLines.Read(_path + "-missing"),
            Throws.TypeOf<OperatorException>().With.Message.Contain("cannot be read"));
        Assert.That(
            () => ProblemLines.Read(Path.GetTempPath()),
            Throws.TypeOf<OperatorException>().With.Message.Contain("cannot be read"));
    }

    private IReadOnlyList<Problem> Read(string text)
    {
        File.WriteAllText(_path, text);
        return ProblemLines.Read(_path);
    }
}
