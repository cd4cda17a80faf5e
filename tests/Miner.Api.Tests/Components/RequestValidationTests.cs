using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class RequestValidationTests : SharedMinerFixture
{
    private const string Valid = """{"cid":"c","task":"t","input":[{"user_query":"q"}]""";
    private const string Output = """{"immediate_response":"r","notebook":"n"}""";


    [TestCase("""{"task":"t","input":[{"user_query":"q"}]}""", "body.cid", "missing")]
    [TestCase("""{"cid":null,"task":"t","input":[{"user_query":"q"}]}""", "body.cid", "json_invalid")]
    [TestCase("""{"cid":7,"task":"t","input":[{"user_query":"q"}]}""", "body.cid", "json_invalid")]
    [TestCase("""{"cid":"  ","task":"t","input":[{"user_query":"q"}]}""", "body.cid", "string_too_short")]
    [TestCase("""{"cid":"","task":"t","input":[{"user_query":"q"}]}""", "body.cid", "string_too_short")]
    [TestCase("""{"cid":"..","task":"t","input":[{"user_query":"q"}]}""", "body.cid", "value_error")]
    [TestCase("""{"cid":".","task":"t","input":[{"user_query":"q"}]}""", "body.cid", "value_error")]
    [TestCase("""{"cid":"a\u0000b","task":"t","input":[{"user_query":"q"}]}""", "body.cid", "string_unicode")]
    [TestCase("""{"cid":"c","input":[{"user_query":"q"}]}""", "body.task", "missing")]
    [TestCase("""{"cid":"c","task":"t"}""", "body.input", "missing")]
    [TestCase("""{"cid":"c","task":"t","input":[]}""", "body.input", "too_short")]
    [TestCase("""{"cid":"c","task":"t","input":null}""", "body.input", "json_invalid")]
    [TestCase("""{"cid":"c","task":"t","input":{}}""", "body.input", "json_invalid")]
    [TestCase("""{"cid":"c","task":"t","input":[null]}""", "body.input", "null_item")]
    [TestCase("""{"cid":"c","task":"t","input":[{"user_query":"q"},{}]}""", "body.input.1.user_query", "missing")]
    [TestCase("""{"cid":"c","task":"t","input":[{"user_query":" \n"}]}""", "body.input.0.user_query", "string_too_short")]
    [TestCase("""{"cid":"c","task":"t","input":[{"user_query":5}]}""", "body.input.0.user_query", "json_invalid")]
    [TestCase("""{"cid":"c","task":"t","input":[{"user_query":"\ud800"}]}""", "body.input.0.user_query", "json_invalid")]
    [TestCase(Valid + ""","use_playbook":null}""", "body.use_playbook", "json_invalid")]
    [TestCase(Valid + ""","use_playbook":1}""", "body.use_playbook", "json_invalid")]
    [TestCase(Valid + ""","use_conversation_history":"true"}""", "body.use_conversation_history", "json_invalid")]
    [TestCase(Valid + ""","previous_outputs":null}""", "body.previous_outputs", "json_invalid")]
    [TestCase(Valid + ""","previous_outputs":[{}]}""", "body.previous_outputs.0.output", "missing")]
    [TestCase(
        Valid + ""","previous_outputs":[{"task":"t","input":[],"component":"c","output":{"notebook":"n"}}]}""",
        "body.previous_outputs.0.output.immediate_response",
        "missing")]
    [TestCase(
        Valid + ""","previous_outputs":[{"task":"t","input":[{"user_query":""}],"component":"c","output":""" + Output + "}]}",
        "body.previous_outputs.0.input.0.user_query",
        "string_too_short")]
    [TestCase(
        Valid + ""","previous_outputs":[{"task":"t","input":[],"component":"c\u0000","output":""" + Output + "}]}",
        "body.previous_outputs.0.component",
        "string_unicode")]
    [TestCase("[]", "body", "json_invalid")]
    [TestCase("null", "body", "missing")]
    [TestCase("", "body", "missing")]
    [TestCase("{\"cid\": ", "body.cid", "json_invalid")]
    public async Task Complete_WhenBodyIsWrong_NamesTheField(string body, string loc, string type)
    {
        var errors = await ErrorsOfAsync(Encoding.UTF8.GetBytes(body));

        Assert.That(errors, Does.Contain((loc, type)));
    }

    [TestCase("{\"cid\": ", "This is not well-formed JSON, or it is nested too deep.")]
    [TestCase("""{"cid":"c","task":"t","input":[{"user_query":"q"}],}""", "This is not well-formed JSON, or it is nested too deep.")]
    [TestCase("[]", "This must be an object.")]
    [TestCase("""{"cid":null}""", "This must be a string of well-formed Unicode.")]
    [TestCase("""{"cid":7}""", "This must be a string of well-formed Unicode.")]
    [TestCase("""{"input":[{"user_query":"\ud800"}]}""", "This must be a string of well-formed Unicode.")]
    [TestCase("""{"input":null}""", "This must be a list.")]
    [TestCase("""{"input":["q"]}""", "This must be an object.")]
    [TestCase("""{"previous_outputs":[{"output":null}]}""", "This must be an object.")]
    [TestCase("""{"use_playbook":null}""", "This must be true or false.")]
    [TestCase("""{"use_playbook":"true"}""", "This must be true or false.")]
    public async Task Complete_WhenBodyIsWrong_SaysWhatIsExpected(string body, string message)
    {
        using var response = await SendAsync(Encoding.UTF8.GetBytes(body), "application/json");

        var errors = (await response.ReadProblemAsync(422))["errors"]!.AsArray();
        var error = errors.Single(error => error!["type"]!.ToString() == "json_invalid")!;
        Assert.That(error["msg"]!.ToString(), Is.EqualTo(message));
    }

    [TestCase("cid", 101)]
    [TestCase("task", 1001)]
    [TestCase("user_query", 10_001)]
    public async Task Complete_WhenTextIsTooLong_NamesTheField(string field, int length)
    {
        var body = Requests.Body("c");
        var target = field == "user_query" ? body["input"]![0]!.AsObject() : body;
        target[field] = string.Concat(Enumerable.Repeat("🧮", length));

        var errors = await ErrorsOfAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));

        Assert.That(errors.Single().Type, Is.EqualTo("string_too_long"));
        Assert.That(errors.Single().Loc, Does.EndWith(field));
    }

    [TestCase("input", 51)]
    [TestCase("previous_outputs", 21)]
    public async Task Complete_WhenListIsTooLong_NamesTheField(string field, int count)
    {
        var body = Requests.Body("c");
        body[field] = new JsonArray([.. Enumerable.Range(0, count).Select(_ =>
            field == "input" ? new JsonObject { ["user_query"] = "q" } : Requests.PreviousOutput("r"))]);

        Assert.That(await ErrorsOfAsync(Encoding.UTF8.GetBytes(body.ToJsonString())), Is.EqualTo(new[] { ($"body.{field}", "too_long") }));
    }

    [Test]
    public async Task Complete_WhenSeveralFieldsAreWrong_NamesThemAll()
    {
        var errors = await ErrorsOfAsync("""{"cid":" ","input":[{"user_query":"q"},{"user_query":""}]}"""u8.ToArray());

        Assert.That(errors.Select(error => error.Loc), Is.EquivalentTo(new[] { "body.cid", "body.task", "body.input.1.user_query" }));
    }

    [Test]
    public async Task Complete_WhenBodyIsNotUtf8_IsUnprocessable()
    {
        var body = Encoding.UTF8.GetBytes("""{"cid":"c","task":"t","input":[{"user_query":"?"}]}""");
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;

        Assert.That(await ErrorsOfAsync(body), Is.EqualTo(new[] { ("body.input.0.user_query", "json_invalid") }));
    }

    [Test]
    public async Task Complete_WhenNestedTooDeep_IsUnprocessable()
    {
        var body = $$"""{"extra":{{new string('[', 5_000)}}{{new string(']', 5_000)}},"cid":"c","task":"t","input":[{"user_query":"q"}]}""";

        Assert.That(
            await ErrorsOfAsync(Encoding.UTF8.GetBytes(body)),
            Has.Some.Matches<(string Loc, string Type)>(error => error.Type == "json_invalid"));
    }

    [Test]
    public async Task Complete_WhenFieldsAreUnknown_IgnoresThem()
    {
        var body = Requests.Body("c");
        body["temperature"] = 2;
        body["input"]![0]!["extra"] = new JsonObject();

        var answer = await Http.AskAsync("/complete", body);

        Assert.That(answer["input"]!.ToJsonString(), Is.EqualTo("""[{"user_query":"What is 6*7?"}]"""));
    }

    [TestCase("text/plain", "{}")]
    [TestCase("application/x-www-form-urlencoded", "{}")]
    [TestCase("application/x-www-form-urlencoded", """{"cid":"c","input":[{"user_query":"a[b"}]}""")]
    [TestCase("multipart/form-data; boundary=x", "--x")]
    [TestCase("application/json; charset=nonsense", "{}")]
    [TestCase("application/json; charset=", "{}")]
    [TestCase("application/json; charset=utf-16", "{}")]
    [TestCase("application/json; charset=unicode", "{}")]
    [TestCase("application/json; charset=\"utf-16le\"", "{}")]
    [TestCase("application/json; charset=iso-8859-1", "{}")]
    [TestCase("application/json; charset=utf-8; charset=utf-16", "{}")]
    [TestCase("not a type", "{}")]
    public async Task Complete_WhenContentIsNotJson_Is415(string contentType, string body)
    {
        using var response = await SendAsync(Encoding.UTF8.GetBytes(body), contentType);

        await response.ReadProblemAsync(415);
    }

    [TestCase("gzip", 415)]
    [TestCase("identity, br", 415)]
    [TestCase("GZIP", 415)]
    [TestCase("identity", 200)]
    [TestCase("Identity, identity", 200)]
    public async Task Complete_WhenTheBodyIsEncoded_Is415AndSaysSo(string encoding, int status)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Requests.Body("c").ToJsonString()));
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        using var response = await Http.PostAsync(new Uri("/complete", UriKind.Relative), content);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        if (status == 200) return;
        Assert.That((await response.ReadProblemAsync(415))["detail"]!.ToString(), Does.Contain("Content-Encoding"));
    }

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; charset=\"UTF-8\"")]
    [TestCase("application/json;")]
    public async Task Complete_WhenTheCharacterSetIsUtf8_ReadsIt(string contentType)
    {
        using var response = await SendAsync(Encoding.UTF8.GetBytes(Requests.Body("c").ToJsonString()), contentType);

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    [TestCase("GET", "/capabilities", 200)]
    [TestCase("GET", "/health", 200)]
    [TestCase("DELETE", "/conversations/unknown", 404)]
    public async Task Request_WithoutABody_MayNameAnEncoding(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new ByteArrayContent([]);
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");

        using var response = await Http.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Complete_WhenContentTypeIsMissing_TakesTheBodyAsJson()
    {
        using var response = await SendAsync(Encoding.UTF8.GetBytes(Requests.Body("c").ToJsonString()), contentType: null);

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Complete_WhenBodyIsTooLarge_Is413WhateverItsFraming(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/complete");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string(' ', (10 * 1024 * 1024) + 1)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await Http.SendAsync(request);

        await response.ReadProblemAsync(413);
    }

    [Test]
    public async Task Complete_WhenBodyIsExactlyTheLargest_IsRead()
    {
        var body = Requests.Body("c").ToJsonString();
        using var response = await SendAsync(Encoding.UTF8.GetBytes(body.PadRight(10 * 1024 * 1024)), "application/json");

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Problem_WhenCallerAcceptsOnlyHtml_IsStillAProblemDocument()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing-here");
        request.Headers.Accept.ParseAdd("text/html");

        using var response = await Http.SendAsync(request);

        await response.ReadProblemAsync(404);
    }

    private async Task<IReadOnlyList<(string Loc, string Type)>> ErrorsOfAsync(byte[] body)
    {
        using var response = await SendAsync(body, "application/json");
        var problem = await response.ReadProblemAsync(422);
        return [.. problem["errors"]!.AsArray().Select(error => (string.Join('.', error!["loc"]!.AsArray()), error["type"]!.ToString()))];
    }

    private Task<HttpResponseMessage> SendAsync(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return Http.PostAsync(new Uri("/complete", UriKind.Relative), content);
    }
}
