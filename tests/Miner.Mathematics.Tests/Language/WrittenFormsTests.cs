using System.Globalization;
using System.Text;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Language;

/// <summary>What holds for all numerals, times and dates, whatever they are written with.</summary>
internal sealed class WrittenFormsTests
{
    private static readonly string[] Hours =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    [Test]
    public void Latin_OfEveryDecimalDigit_IsItsValue()
    {
        // Below are Latin letters, above the wide forms, which are read by another table.
        var digits = Enumerable.Range(0x0600, 0x1B00 - 0x0600).Select(code => (char)code)
            .Where(character => char.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber).ToList();
        Assert.That(digits, Has.Count.GreaterThan(200));
        foreach (var digit in digits)
            Assert.That(DigitForms.Latin($"{digit}x"), Is.EqualTo($"{CharUnicodeInfo.GetDecimalDigitValue(digit)}x"), $"U+{(int)digit:X4}");
    }

    [TestCase("٥²", "5²", Description = "an exponent stays one")]
    [TestCase("๑๒๓", "123")]
    [TestCase("១០", "10")]
    [TestCase("၅", "5")]
    [TestCase("٣٬٠٠٠٫٥", "3,000.5")]
    public void Latin_OfANumeral_KeepsWhatIsNoDigit(string text, string expected) =>
        Assert.That(DigitForms.Latin(text), Is.EqualTo(expected));

    [Test]
    public void Narrow_OfEveryWideForm_IsItsUsualForm()
    {
        for (var character = '!'; character <= '~'; character++)
            Assert.That(FullwidthForms.Narrow($"数{(char)(character + 0xFEE0)}"), Is.EqualTo($"数{character}"));
        Assert.That(FullwidthForms.Narrow("｠"), Is.EqualTo("｠"));
    }

    [TestCase(".")]
    [TestCase("\u00A0")]
    [TestCase("\u202F")]
    [TestCase(" ")]
    public void Comma_OfEveryDecimal_BecomesAPoint(string mark)
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = mark };
        foreach (var random in Draws.Of(200))
        {
            var hundredths = random.Next(1_000, int.MaxValue);
            var text = (hundredths / 100m).ToString("N2", format);
            Assert.That(Rational.Parse(DecimalComma.Replace(text)!), Is.EqualTo(new Rational(hundredths, 100)), text);
        }
    }

    [Test]
    public void Overline_OverThePeriod_IsTheExactFraction()
    {
        foreach (var random in Draws.Of(200))
        {
            var (whole, before, period) = (random.Next(20), Digits(random, 0, 4), Digits(random, 1, 6));
            var shift = ((Rational)10).Pow(before.Length);
            var expected = whole + (Rational.Parse($"0{before}") / shift)
                + (Rational.Parse(period) / (((Rational)10).Pow(period.Length) - Rational.One) / shift);
            var latex = before.Length == 0 && period.Length % 2 == 0 ? $"{whole}.({period})" : $@"{whole}.{before}\overline{{{period}}}";
            Assert.That(Arithmetic.Evaluate(LatexRewriter.Rewrite(latex, isMath: true)!).Value, Is.EqualTo(expected), latex);
        }
    }

    [Test]
    public void Dots_BehindThreePeriods_AreTheExactFraction()
    {
        foreach (var random in Draws.Of(200))
        {
            var denominator = random.Of([3, 7, 9, 11, 13, 27, 33, 37, 99, 101, 6, 12, 15, 22]);
            var value = new Rational(random.Next(1, denominator), denominator);
            var output = new StringBuilder(Decimals(value, 24));
            if (value.ToString().Contains('/') && RepeatingDecimal.TryContinue(output))
                Assert.That(Arithmetic.Evaluate(output.ToString()).Value, Is.EqualTo(value), $"{value}");
            else
                Assert.That(value.ToString(), Does.Not.Contain('/'));
        }
    }

    [Test]
    public void Clock_InWords_IsTheTimeOfEachHour()
    {
        for (var hour = 1; hour <= 12; hour++)
        {
            var (name, before) = (Hours[hour - 1], hour == 1 ? 12 : hour - 1);
            Assert.That(ClockWords.Replace($"{name} o'clock"), Is.EqualTo($"{hour}:00"));
            Assert.That(ClockWords.Replace($"a quarter past {name}"), Is.EqualTo($"{hour}:15"));
            Assert.That(ClockWords.Replace($"half past {hour} p.m."), Is.EqualTo($"{hour}:30 p.m."));
            Assert.That(ClockWords.Replace($"quarter to {name} am"), Is.EqualTo($"{before}:45 am"));
            for (var minutes = 1; minutes < 30; minutes++)
            {
                Assert.That(ClockWords.Replace($"{minutes} minutes past {name}"), Is.EqualTo($"{hour}:{minutes:00}"));
                Assert.That(ClockWords.Replace($"{minutes} minutes before {name}"), Is.EqualTo($"{before}:{60 - minutes:00}"));
            }
        }
    }

    [Test]
    public void Clock_OfEitherCount_IsTheSameTime()
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var (twelve, half) = (hour % 12 == 0 ? 12 : hour % 12, hour < 12 ? "am" : "pm");
            for (var minute = 0; minute < 60; minute += 7)
            {
                var (day, halfDay) = ($"{hour}:{minute:00}", $"{twelve}:{minute:00}{half}");
                Assert.That(ClockTime.Same(day, halfDay), Is.True, $"{day}, {halfDay}");
                Assert.That(ClockTime.Same(halfDay, day), Is.True);
                Assert.That(ClockTime.Same(halfDay, $"{twelve}:{minute:00}{(hour < 12 ? "pm" : "am")}"), Is.False);
                Assert.That(ClockTime.Same(day, $"{(hour + 1) % 24}:{minute:00}"), Is.False);
            }
        }
    }

    [Test]
    public void Date_OfEveryMonth_HasOneForm()
    {
        for (var month = 1; month <= 12; month++)
        {
            var (name, day) = (Months[month - 1], month + 10);
            var expected = $"1987-{month:00}-{day}";
            string[] forms = [$"{name} {day}, 1987", $"{name[..3]} {day} 1987", $"{day} {name} 1987", $"{day}th of {name[..3]}, 1987"];
            foreach (var text in forms)
                Assert.That(CalendarDate.Canonical(text), Is.EqualTo(expected), text);
            Assert.That(CalendarDate.Canonical($"{name} {day}"), Is.EqualTo(expected[5..]));
        }
    }

    private static string Digits(Random random, int least, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => random.Next(10)));

    /// <summary>The first decimals of a value from 0 to 1, by long division.</summary>
    private static string Decimals(Rational value, int places)
    {
        var text = new StringBuilder("0.");
        for (var place = 0; place < places; place++)
        {
            value = (value - value.Floor()) * 10;
            text.Append(value.Floor());
        }

        return text.ToString();
    }
}
