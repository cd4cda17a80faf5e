using System.Text.RegularExpressions;
using Miner.Api.Contracts;

namespace Miner.Api.Tests.Documentation;

/// <summary>The patterns in the document refuse what the service refuses, and nothing else.</summary>
[TestFixture]
internal sealed class PatternTests
{
    private static readonly TextAttribute[] Attributes = [new(0, 1_000), new(1, 10_000), new ConversationIdAttribute()];

    private static readonly string[] Texts =
        ["", " ", "\t\n", "\u00A0", "a", " a ", "a\nb", "line\n\n", ".", "..", "...", ".a", "a\0b", "\0", "🧮", "a/b", "100%", "\u3000雪"];

    private static IEnumerable<TestCaseData> Cases =>
        from attribute in Attributes
        from text in Texts
        select new TestCaseData(attribute, text);

    [TestCaseSource(nameof(Cases))]
    public void Pattern_OfALimit_AgreesWithTheService(object limit, string text)
    {
        var attribute = (TextAttribute)limit;

        Assert.That(Regex.IsMatch(text, attribute.Pattern), Is.EqualTo(attribute.Problem(text) is null));
    }
}
