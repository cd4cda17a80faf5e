using System.Text;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

/// <summary>Times, dates, signs, numerals and other forms that a text says a value in.</summary>
internal sealed class SpokenFormsTests
{
    [TestCase("quarter to five", "4:45")]
    [TestCase("quarter past one", "1:15")]
    [TestCase("quarter to one", "12:45")]
    [TestCase("a quarter past 3 pm", "3:15 pm")]
    [TestCase("half past 3 pm", "3:30 pm")]
    [TestCase("ten minutes to six", "5:50")]
    [TestCase("twenty past two", "2:20")]
    [TestCase("twenty-five past two", "2:25")]
    [TestCase("five o'clock", "5:00")]
    [TestCase("12 o’clock a.m.", "12:00 a.m.")]
    public void Clock_InWords_IsReadInDigits(string words, string expected) => Assert.That(ClockWords.Replace(words), Is.EqualTo(expected));

    [TestCase("ten to five", Description = "odds look the same")]
    [TestCase("half to five")]
    [TestCase("half past thirteen")]
    [TestCase("fifty past two")]
    [TestCase("quarter to five times")]
    [TestCase("at five o'clock")]
    [TestCase("3 to 4")]
    public void Clock_InOtherWords_IsNone(string words) => Assert.That(ClockWords.Replace(words), Is.Null);

    [TestCase("It leaves at ten past two and arrives at quarter to five.", "quarter to five")]
    [TestCase("It leaves at noon.", null)]
    public void Clock_InASentence_IsTheLastTime(string text, string? expected) => Assert.That(ClockWords.Last(text), Is.EqualTo(expected));

    [TestCase("3pm", "15:00", true)]
    [TestCase("3:30", "3:30pm", true, Description = "one need not tell the half of the day")]
    [TestCase("3:30am", "3:30pm", false)]
    [TestCase("noon", "12pm", true)]
    [TestCase("midnight", "0:00", true)]
    [TestCase("12:15am", "0:15", true)]
    [TestCase("15:30", "3:30am", false)]
    [TestCase("3:30p.m.", "15:30", true)]
    [TestCase("3:30", "3:31", false)]
    [TestCase("330", "3:30", false)]
    public void Clock_OfTwoKeys_IsOneTime(string left, string right, bool expected)
    {
        Assert.That(ClockTime.Same(left, right), Is.EqualTo(expected));
        Assert.That(ClockTime.Same(right, left), Is.EqualTo(expected));
    }

    [TestCase("12:30 PM", true)]
    [TestCase("3 a.m.", true)]
    [TestCase("12:30", false, Description = "a ratio as well")]
    [TestCase("3 pm sharp", false)]
    public void Clock_ThatTellsTheHalfOfTheDay_IsATime(string text, bool expected) => Assert.That(ClockTime.Is(text), Is.EqualTo(expected));

    [TestCase("at 3 pm.", 4, 7)]
    [TestCase("3pm", 1, 3)]
    [TestCase("3 pmol", 1, 1)]
    [TestCase("3", 1, 1)]
    public void Clock_BehindANumber_EndsBehindTheHalf(string text, int index, int expected) =>
        Assert.That(ClockTime.EndOfHalf(text, index), Is.EqualTo(expected));

    [TestCase("January 31, 2020", "2020-01-31")]
    [TestCase("Jan 31 2020", "2020-01-31")]
    [TestCase("31st of January 2020", "2020-01-31")]
    [TestCase("4 July", "07-04")]
    [TestCase("Sept. 3rd", "09-03")]
    [TestCase("2020-01-31", "2020-01-31")]
    [TestCase("31.1.2020", "31.1.2020", Description = "which is the day differs from land to land")]
    [TestCase("1/31/2020", "1/31/2020")]
    public void Date_OfAnyForm_HasOneForm(string text, string expected) => Assert.That(CalendarDate.Canonical(text), Is.EqualTo(expected));

    [TestCase("31/1")]
    [TestCase("May")]
    [TestCase("2020")]
    [TestCase("2020-1")]
    [TestCase("on January 31")]
    [TestCase("12.5.20")]
    public void Date_OfAnythingElse_IsNone(string text) => Assert.That(CalendarDate.Canonical(text), Is.Null);

    [TestCase("due 2020-01-31.", 4, 14)]
    [TestCase("on May 4, 2021 at", 3, 14)]
    public void Date_AroundADigit_IsFoundWhole(string text, int from, int to)
    {
        var digit = text.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        Assert.That(CalendarDate.Around(text, digit, 0), Is.EqualTo((from, to)));
    }

    [TestCase("negative 3", "-3")]
    [TestCase("minus seven", "-7")]
    [TestCase("Negative $5", "-$5")]
    [TestCase("negative x", "negative x")]
    [TestCase("minus", "minus")]
    [TestCase("3", "3")]
    public void Sign_InWords_IsAMinus(string text, string expected) => Assert.That(SignWord.Replace(text), Is.EqualTo(expected));

    [TestCase("x is minus 3", 5)]
    [TestCase("a negative 3", 2)]
    [TestCase("five minus 3", -1, Description = "a difference")]
    [TestCase("= minus 3", 2)]
    [TestCase("3", -1)]
    public void Sign_BeforeANumber_BeginsAtTheWord(string text, int expected) =>
        Assert.That(SignWord.Start(text, text.IndexOf('3', StringComparison.Ordinal), 0), Is.EqualTo(expected));

    [TestCase("1000,99", "1000.99")]
    [TestCase("1.000,99 €", "1000.99 €")]
    [TestCase("1.000.000", "1000000")]
    [TestCase("1 000,5", "1000.5")]
    [TestCase("-0,5", "-0.5")]
    [TestCase("3,14", "3.14")]
    public void Comma_OfADecimal_BecomesAPoint(string text, string expected) =>
        Assert.That(DecimalComma.Replace(text), Is.EqualTo(expected));

    [TestCase("1,000", Description = "thousands")]
    [TestCase("1.000", Description = "a decimal with a point")]
    [TestCase("3.14")]
    [TestCase("(1,5)")]
    [TestCase("1,5 and 2,5")]
    [TestCase("12.34.56")]
    [TestCase("none")]
    public void Comma_OfAnythingElse_StaysOne(string text) => Assert.That(DecimalComma.Replace(text), Is.Null);

    [TestCase("5 remainder 2", "5|2")]
    [TestCase("5 R 2", "5|2")]
    [TestCase("5r2", null, Description = "a blank tells it from a name")]
    [TestCase("5 with a remainder of 2", "5|2")]
    [TestCase("5, remainder 2", "5|2")]
    [TestCase("5 R 2.5", null)]
    [TestCase("5 rest 2", null)]
    public void Division_WithARemainder_HasTwoParts(string text, string? expected) =>
        Assert.That(DivisionResult.Parts(text) is { } parts ? string.Join('|', parts) : null, Is.EqualTo(expected));

    [TestCase("2 hours 30 minutes", "2 hour|30 minute")]
    [TestCase("2 hours, 30 min and 5 s", "2 hour|30 minute|5 second")]
    [TestCase("5 ft 3 in", "5 foot|3 inch")]
    [TestCase("2h 30m", "2 hour|30 minute")]
    [TestCase("3 dollars and 50 cents", "3 dollar|50 cent")]
    [TestCase("2 tons 300 kg", "2 tonne|300 kilogram")]
    [TestCase("7 lbs 4 oz", "7 lb|4 ounce")]
    [TestCase("30 minutes 2 hours", null, Description = "the larger unit comes first")]
    [TestCase("5 apples 3 pears", null)]
    [TestCase("5 m 3 in", "5 meter|3 inch")]
    [TestCase("2 hours", null)]
    public void Quantity_InSeveralUnits_HasAPartForEach(string text, string? expected) =>
        Assert.That(CompoundQuantity.Parts(text, isMath: false) is { } parts ? string.Join('|', parts) : null, Is.EqualTo(expected));

    [TestCase("]1, 2[", "(1, 2)")]
    [TestCase("[1, 2[", "[1, 2)")]
    [TestCase("]-∞; 3]", "(-∞; 3]")]
    [TestCase("[1, 2]", "[1, 2]")]
    [TestCase("]f(1), 2[", "(f(1), 2)")]
    [TestCase("a[1], b[2]", "a[1], b[2]")]
    public void Brackets_ThatAreTurnedOutwards_AreOpenEnds(string text, string expected) =>
        Assert.That(ReversedBrackets.Replace(text), Is.EqualTo(expected));

    [TestCase("０１２＋３＝４", "012+3=4")]
    [TestCase("（Ａ）", "(A)")]
    [TestCase("a 文", "a 文")]
    public void Forms_OfFullWidth_AreMadeNarrow(string text, string expected) =>
        Assert.That(FullwidthForms.Narrow(text), Is.EqualTo(expected));

    [TestCase("0.333", true, "(0.0+3/9)")]
    [TestCase("0.1666", true, "(0.10+6/90)")]
    [TestCase("1.121212", true, "(1.0+12/99)")]
    [TestCase("0.142857142857", true, "(0.0+142857/999999)")]
    [TestCase("2.7182818", false, "2.7182818")]
    [TestCase("0.33", false, "0.33")]
    [TestCase("333", false, "333")]
    public void Decimal_BeforeDots_IsContinuedWhereAPeriodShows(string written, bool continues, string expected)
    {
        var output = new StringBuilder(written);
        Assert.That(RepeatingDecimal.TryContinue(output), Is.EqualTo(continues));
        Assert.That(output.ToString(), Is.EqualTo(expected));
    }

    [TestCase("Two Words.", "twowords")]
    [TestCase("\"Quoted\"", "quoted")]
    [TestCase("2 2/3", "2 2/3", Description = "not 22/3")]
    [TestCase("x = 3", "x=3")]
    [TestCase("end?!", "end")]
    [TestCase("", "")]
    public void Key_OfATextThatIsReadNoFurther(string text, string expected) => Assert.That(AnswerKey.Of(text), Is.EqualTo(expected));
}
