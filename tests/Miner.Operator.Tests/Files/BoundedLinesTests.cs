using System.Text;
using Miner.Operator.Files;

namespace Miner.Operator.Tests.Files;

[TestFixture]
internal sealed class BoundedLinesTests
{
    private const int Longest = 100_000;

    private string _path = null!;

    [SetUp]
    public void MakePath() => _path = Path.GetTempFileName();

    [TearDown]
    public void RemoveFile() => File.Delete(_path);

    [TestCase("one\ntwo\n", "1:one 2:two")]
    [TestCase("one\r\ntwo", "1:one 2:two")]
    [TestCase("\n\n  \t\nfour\n\n", "4:four")]
    [TestCase("\uFEFFone\n\uFEFFtwo", "1:one 2:\uFEFFtwo")]
    [TestCase("  spaces between  ", "1:spaces between")]
    [TestCase("", "")]
    public void Read_OfLines_GivesThoseThatAreNotBlankWithTheirNumbers(string text, string lines)
    {
        File.WriteAllText(_path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        Assert.That(string.Join(' ', BoundedLines.Read(_path, Longest).Select(line => $"{line.Number}:{line.Text}")), Is.EqualTo(lines));
    }

    /// <summary>A line that ends just before, at and behind the end of what is read at once.</summary>
    [TestCase(65_535)]
    [TestCase(65_536)]
    [TestCase(65_537)]
    public void Read_OfALineAtTheEndOfABuffer_GivesItWhole(int length)
    {
        File.WriteAllText(_path, new string('é', length / 2) + "!\nnext");

        var lines = BoundedLines.Read(_path, Longest).ToList();

        Assert.That(lines.Select(line => (line.Number, line.Text.Length)), Is.EqualTo(new[] { (1, length / 2 + 1), (2, 4) }));
    }

    [TestCase(100, false)]
    [TestCase(101, true)]
    public void Read_OfALongLine_RefusesWhatIsOverTheLimit(int bytes, bool isRefused)
    {
        File.WriteAllText(_path, $"short\n{new string('a', bytes)}\n");

        if (isRefused)
        {
            Assert.That(
                () => BoundedLines.Read(_path, maxBytes: 100).ToList(),
                Throws.TypeOf<OperatorException>().With.Message.EqualTo($"{_path}, line 2: the line is longer than 100 bytes."));
        }
        else
        {
            Assert.That(BoundedLines.Read(_path, maxBytes: 100).Last().Text, Has.Length.EqualTo(bytes));
        }
    }

    [Test]
    public void Read_OfALineThatIsNoText_GivesThoseBeforeIt()
    {
        File.WriteAllBytes(_path, [.. "fine\n"u8, 0xC3, 0x28, (byte)'\n']);
        var lines = BoundedLines.Read(_path, Longest).GetEnumerator();

        Assert.That(lines.MoveNext(), Is.True);
        Assert.That(lines.Current.Text, Is.EqualTo("fine"));
        Assert.That(lines.MoveNext, Throws.TypeOf<OperatorException>().With.Message.EndsWith("line 2: this is not UTF-8 text."));
    }

    [Test]
    public void Read_EndedEarly_LetsTheFileGo()
    {
        File.WriteAllText(_path, "one\ntwo\n");

        Assert.That(BoundedLines.Read(_path, Longest).First().Text, Is.EqualTo("one"));

        Assert.That(() => File.Open(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose(), Throws.Nothing);
    }

    [TestCase("/nowhere/lines.txt")]
    [TestCase("/")]
    [TestCase("")]
    [TestCase("a\0b")]
    public void Open_OfWhatIsNoFile_SaysThatItCannotBeRead(string path) =>
        Assert.That(() => BoundedLines.Open(path), Throws.TypeOf<OperatorException>().With.Message.Contain("cannot be read"));
}
