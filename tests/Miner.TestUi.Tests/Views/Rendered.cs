using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Client;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Tests.Views;

/// <summary>Views without a browser, as the server renders them.</summary>
internal static partial class Rendered
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 30, TimeSpan.Zero);

    public static Task<string> HtmlAsync<TView>(params (string Name, object? Value)[] parameters)
        where TView : IComponent =>
        HtmlAsync(typeof(TView), parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    public static async Task<string> HtmlAsync(Type view, IDictionary<string, object?> parameters)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync(view, ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>What is read, with one blank between words; marks of a line's parts add none.</summary>
    public static async Task<string> TextAsync<TView>(params (string Name, object? Value)[] parameters)
        where TView : IComponent => Text(await HtmlAsync<TView>(parameters));

    public static string Text(string html, string between = " ") =>
        Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(PartTags().Replace(html, ""), between)), " ").Trim();

    /// <summary>The values of an attribute, in order.</summary>
    public static IEnumerable<string> Values(string html, string attribute) =>
        Regex.Matches(html, $" {attribute}=\"([^\"]*)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    public static HttpExchange Exchange(int status = 200, params HttpHeader[] headers) => new(
        new SentRequest("GET", new Uri("http://127.0.0.1:8001/stats"), [], Body: null),
        status,
        TimeSpan.FromMilliseconds(12.3),
        "{}",
        headers);

    public static Reply<T> Reply<T>(T value)
        where T : class => new(value, Failure: null, Exchange());

    public static Reply<T> Failed<T>()
        where T : class => new(Value: null, new Failure("Down", "Nothing listens there."), Exchange: null);

    public static Reply<ComponentResponse> Answered(string text) => Reply(new ComponentResponse
    {
        Cid = "c",
        Task = "",
        Input = [],
        Output = new OutputItem { ImmediateResponse = text, Notebook = "no update" },
        Component = "complete",
    });

    [GeneratedRegex("</?(?:bdi|strong|span|code|time|a)\\b[^>]*>")]
    private static partial Regex PartTags();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
