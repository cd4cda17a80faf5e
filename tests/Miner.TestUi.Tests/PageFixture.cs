using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Testing;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Tests;

/// <summary>The page's own listener, before a miner that answers as a test says and remembers what it was asked.</summary>
internal abstract partial class PageFixture
{
    protected const string Key = "the-page's-key";

    protected const string Answer = """
        {"cid":"c","task":"t","input":[],"output":{"immediate_response":"It is 391.","notebook":"no update"},"component":"complete"}
        """;

    private MinerConnection _miner = null!;
    private WebApplication _page = null!;

    protected DrivenClock Clock { get; private set; } = null!;

    protected StubUpstream Miner { get; private set; } = null!;

    protected HttpClient Browser { get; private set; } = null!;

    /// <summary>What the miner was asked, without the base path that it is served under.</summary>
    protected IEnumerable<string> Asked =>
        Miner.Requests.Select(request => $"{request.Method} {request.Path["/v1".Length..]}{request.Query}");

    [SetUp]
    public async Task StartPage()
    {
        Clock = new DrivenClock();
        Miner = await StubUpstream.StartAsync();
        Miner.Respond = _ => new StubAnswer { Body = Answer };
        _miner = new MinerConnection(Miner.BaseUrl, Key, Clock);
        _page = TestUiApplication.Build(new Uri("http://127.0.0.1:0"), _miner, Clock, NullLoggerFactory.Instance);
        await _page.StartAsync();
        Browser = new HttpClient { BaseAddress = new Uri(_page.Urls.Single()) };
    }

    [TearDown]
    public async Task StopPage()
    {
        Browser.Dispose();
        await _page.DisposeAsync();
        _miner.Dispose();
        await Miner.DisposeAsync();
    }

    /// <summary>Sends a form as the page does, with its token.</summary>
    protected async Task<string> PostAsync(string view, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await PostAsync(view, form);
    }

    protected async Task<string> PostAsync(string view, HttpContent form)
    {
        var token = Token().Match(await Browser.GetStringAsync("/")).Groups["token"].Value;
        form.Headers.Add("RequestVerificationToken", token);
        using var response = await Browser.PostAsync(view, form);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("data-token=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
