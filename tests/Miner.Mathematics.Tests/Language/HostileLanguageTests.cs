using System.Text;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Language;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Language;

/// <summary>Long texts of one piece, for which no reader may take more than a time linear in them.</summary>
internal sealed class HostileLanguageTests
{
    private const int Length = 50_000;

    private static readonly (string Name, Action<string> Read)[] Readers =
    [
        ("words", text => NumberPhrase.Replace(text)),
        ("clock", text => ClockWords.Last(text)),
        ("comma", text => DecimalComma.Replace(text)),
        ("han", text => HanNumber.Replace(text)),
        ("currency", text => CurrencyNotation.Spell(text)),
        ("division", text => DivisionResult.Parts(text)),
        ("quantity", text => CompoundQuantity.Parts(text, isMath: false)),
        ("brackets", text => ReversedBrackets.Replace(text)),
        ("unit", text => UnitPhrase.Canonical(text)),
        ("spans", text => MathSpans.Find(text)),
        ("display", text => LatexDisplay.Plain(text)),
        ("split", text => TopLevel.Split(text, ",")),
        ("code", text => CodeBlocks.Blank(text)),
        ("scanner", text => FormulaScanner.Find(text)),
        ("repeating", text => RepeatingDecimal.TryContinue(new StringBuilder(text))),
    ];

    [TestCase("twenty ")]
    [TestCase("1 ")]
    [TestCase("1.000,")]
    [TestCase("0.3")]
    [TestCase("5 hours ")]
    [TestCase("5'3\" ")]
    [TestCase("$3 and ")]
    [TestCase("5'")]
    [TestCase("US$5 ")]
    [TestCase("USD 5 ")]
    [TestCase("3 m 2 in ")]
    [TestCase("三十")]
    [TestCase("]1,")]
    [TestCase("[[")]
    [TestCase("((")]
    [TestCase("$1 ")]
    [TestCase("$")]
    [TestCase("\\(")]
    [TestCase("\\begin{align}")]
    [TestCase("\\frac{")]
    [TestCase("{")]
    [TestCase("`")]
    [TestCase("quarter to ")]
    [TestCase("5 R ")]
    [TestCase("m/")]
    [TestCase("²")]
    [TestCase("m²")]
    [TestCase("^(3)")]
    [TestCase("square ")]
    [TestCase("\"")]
    [TestCase("é")]
    public void Readers_OfALongText_EndFast(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        foreach (var (name, read) in Readers)
            CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => read(text), name);
    }
}
