using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

/// <summary>One token is not "1 tokens": every view that is given something to count is given one of each.</summary>
[TestFixture]
internal sealed partial class PluralTests
{
    private static IEnumerable<Type> CountingViews => typeof(Shown).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ComponentBase)) && type != typeof(MinuteChart))
        .Where(type => Parameters(type).Any(parameter => !IsPlain(parameter.PropertyType)))
        .Where(type => Parameters(type).All(parameter => parameter.PropertyType != typeof(RenderFragment)));

    [Test]
    public async Task View_OfOneOfEach_HasNoPlural(
        [ValueSource(nameof(CountingViews))] Type view, [Values] bool flag)
    {
        var ones = new Ones(flag);
        var html = await Rendered.HtmlAsync(
            view, Parameters(view).ToDictionary(parameter => parameter.Name, object? (parameter) => ones.Of(parameter.PropertyType)));

        var text = Rendered.Text(html, between: " | ");
        TestContext.Out.WriteLine(text);
        Assert.That(Plural.Matches(text).Select(match => match.Value), Is.Empty);
        Assert.That(Glued.Matches(html).Select(match => match.Value), Is.Empty);
    }

    [Test]
    public void Views_ThatCount_AreFound() => Assert.That(CountingViews.Count(), Is.GreaterThan(15));

    private static PropertyInfo[] Parameters(Type view) =>
        [.. view.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)))];

    private static bool IsPlain(Type type) => type == typeof(string) || type == typeof(bool);

    /// <summary>Two words with marks of a line's parts between them and no space, which Razor takes at a block's edges.</summary>
    [GeneratedRegex(@"\w(?:</?(?:bdi|strong|span|code)\b[^>]*>)+\w")]
    private static partial Regex Glued { get; }

    /// <summary>Nouns of several, and verbs that go with several.</summary>
    [GeneratedRegex(@"(?<![\d.,])\b1 (?:of 1 )?(?:(?!(?:has|is|was|ms|says|holds|previous)\b)[a-z]+s|are|were|have|hold|say)\b")]
    private static partial Regex Plural { get; }
}
