using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The page's listener as another site or a program meets it.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class SecurityTests
{
    [TestCase("localhost", 200)]
    [TestCase("127.0.0.1", 200)]
    [TestCase("[::1]", 200)]
    [TestCase("LOCALHOST:7860", 200)]
    [TestCase("rebound.example", 400)]
    [TestCase("localhost.rebound.example", 400)]
    [TestCase("127.0.0.1.rebound.example:7860", 400)]
    [TestCase("127.0.0.2", 400)]
    [TestCase("0.0.0.0", 400)]
    [TestCase("localhost:99999999", 400)]
    public async Task Page_UnderAName_IsServedForLoopbackOnly(string host, int status)
    {
        using var client = new HttpClient { BaseAddress = Pages.Offline };
        foreach (var path in new[] { "/", "/assets/page.js", "/views/conversations" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Host", host);
            using var response = await client.SendAsync(request);

            Assert.That((int)response.StatusCode, Is.EqualTo(status), path);
        }
    }

    [Test]
    public async Task Form_WithoutTheToken_IsRefusedBeforeTheMinerIsAsked(
        [Values("complete", "complete/runs", "conversation/delete", "calls/delete", "evaluate/start", "evaluate/cancel", "evaluate/open",
            "evaluate/remove")]
        string view,
        [Values] bool withCookie)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = withCookie }) { BaseAddress = Pages.Offline };
        await client.GetStringAsync("/");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["cid"] = "forged",
            ["task"] = "t",
            ["query"] = "What is 1 + 1?",
            ["__RequestVerificationToken"] = "forged",
        });
        using var response = await client.PostAsync($"/views/{view}", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("The page is out of date"));
        Assert.That(await Pages.Api.GetStringAsync("/conversations/forged"), Does.Contain("\"message_count\":0"));
    }

    [TestCase("application/json", "{}")]
    [TestCase("application/x-www-form-urlencoded; charset=utf-7", "cid=c")]
    [TestCase("application/x-www-form-urlencoded; charset=utf-16", "cid=c")]
    [TestCase("application/x-www-form-urlencoded; charset=nonsense", "cid=c")]
    [TestCase("multipart/form-data", "--x")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"cid\"\r\n\r\nc")]
    [TestCase(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"cid\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nc\r\n--x--\r\n")]
    public async Task Form_ThatCannotBeRead_Is400(string contentType, string body)
    {
        using var client = new HttpClient { BaseAddress = Pages.Offline };
        var token = Regex.Match(await client.GetStringAsync("/"), "CfDJ8[A-Za-z0-9_-]+").Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/views/complete");
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await client.SendAsync(request);

        Assert.That(token, Is.Not.Empty);
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task Page_OfAnyView_HoldsNoKeyAndTheStrictHeaders()
    {
        using var client = new HttpClient { BaseAddress = Pages.Offline };
        foreach (
            var path in new[]
            {
                "/",
                "/views/overview",
                "/views/evaluate",
                "/views/evaluate/progress",
                "/views/evaluate/model",
                "/views/evaluate/run?run=1",
                "/views/evaluate/answer?run=1&answer=1",
                "/views/evaluate/comparison?run=1&run=2",
                "/views/calls",
                "/views/call?trace=t",
                "/views/system",
                "/views/conversations",
                "/views/conversation/list",
                "/views/conversation?cid=c",
                "/views/playbook?cid=c",
                "/assets/page.js",
                "/assets/Vendor/uPlot.iife.min.js",
            }
        )
        {
            using var response = await client.GetAsync(path);

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            var text = await response.Content.ReadAsStringAsync();
            Assert.That(text, Does.Not.Contain(MinerProcess.Key).And.Not.Contain("another-key"), path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.That(
                policy,
                Does.StartWith("default-src 'none'; script-src 'self';").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        }
    }

    [Test]
    public async Task Listeners_OfPageAndApi_ServeOnlyTheirOwn()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-API-Key", MinerProcess.Key);
        foreach (var path in new[] { "/health", "/capabilities", "/conversations", "/openapi.json", "/docs" })
        {
            using var response = await client.GetAsync(new Uri(Pages.Offline, path));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        }

        foreach (var path in new[] { "/assets/page.js", "/views/system" })
        {
            using var response = await Pages.Api.GetAsync(path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        }

        using var root = await Pages.Api.GetAsync("/");
        Assert.That(root.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Form_ThatIsTooLarge_IsRefusedInWords()
    {
        using var client = new HttpClient { BaseAddress = Pages.Offline };
        var page = await client.GetStringAsync("/");
        var token = page.Split("data-token=\"")[1].Split('"')[0];
        using var form = new MultipartFormDataContent
        {
            { new StringContent("c"), "cid" },
            { new ByteArrayContent(new byte[17 * 1024 * 1024]), "previous" },
        };
        form.Headers.Add("RequestVerificationToken", token);
        using var response = await client.PostAsync("/views/complete", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }
}
