using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;

namespace Miner.Client.Tests;

[TestFixture]
internal sealed class MinerClientTests
{
    [Test]
    public async Task Request_WithTheRequiredFieldsOnly_SendsNoOthers()
    {
        var service = new StubHandler(HttpStatusCode.OK, Samples.Answer);

        await service.Client().CompleteAsync(Samples.Request);

        Assert.Multiple(() =>
        {
            Assert.That(service.Request.Method, Is.EqualTo(HttpMethod.Post));
            Assert.That(service.Request.RequestUri, Is.EqualTo(new Uri("http://miner.test/complete")));
            Assert.That(service.Request.Content!.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
            Assert.That(service.RequestBody, Is.EqualTo("""{"cid":"c","task":"t","input":[{"user_query":"q"}]}"""));
        });
    }

    [Test]
    public async Task Request_WithFlagsOff_SendsThem()
    {
        var service = new StubHandler(HttpStatusCode.OK, Samples.Answer);

        await service.Client().CompleteAsync(Samples.Request with { UseConversationHistory = false, UsePlaybook = false });

        using var sent = JsonDocument.Parse(service.RequestBody);
        Assert.That(sent.RootElement.GetProperty("use_conversation_history").GetBoolean(), Is.False);
        Assert.That(sent.RootElement.GetProperty("use_playbook").GetBoolean(), Is.False);
    }

    [TestCase("a/b", "a%2Fb")]
    [TestCase("100% ?#", "100%25%20%3F%23")]
    [TestCase("雪🧮", "%E9%9B%AA%F0%9F%A7%AE")]
    public async Task Request_ForAnyConversation_NamesItInOneSegmentOfThePath(string cid, string segment)
    {
        var service = new StubHandler(HttpStatusCode.OK, """{"cid":"c","entry_count":0,"entries":[]}""");

        await service.Client().GetPlaybookAsync(cid, InsightType.Preference);

        Assert.That(service.Request.RequestUri!.PathAndQuery, Is.EqualTo($"/playbook/{segment}?insight_type=preference"));
    }

    [Test]
    public async Task Answer_WithAFieldThatIsUnknown_IsReadAllTheSame()
    {
        var service = new StubHandler(
            HttpStatusCode.OK,
            Samples.Answer.Replace("{\"cid\"", "{\"new_field\":1,\"cid\"", StringComparison.Ordinal));

        var answer = await service.Client().CompleteAsync(Samples.Request);

        Assert.That(answer.Output.ImmediateResponse, Is.EqualTo("a"));
    }

    [Test]
    public async Task Answer_WithAListOfNamedValues_ReadsThem()
    {
        var service = new StubHandler(
            HttpStatusCode.OK,
            """
            {
              "total_calls": 1, "recorded_calls": 1, "max_calls": 9, "bytes": 1, "max_bytes": 2,
              "calls": [
                {
                  "number": 1, "trace_id": "t", "time": "2026-01-02T03:04:05Z", "component": null, "endpoint": "POST /complete",
                  "caller": "127.0.0.1", "key": null, "status": 200, "error": null, "milliseconds": 1.5, "upstream": null, "model": null,
                  "tokens": 0, "samples": 0, "cost": null, "flags": ["retried", "split_vote"], "cid": null, "question": null, "answer": null
                }
              ]
            }
            """);

        var list = await service.Client().ListCallsAsync(flag: CallFlag.Split_vote);

        Assert.That(list.Calls.Single().Flags, Is.EqualTo(new[] { CallFlag.Retried, CallFlag.Split_vote }));
        Assert.That(service.Request.RequestUri!.Query, Is.EqualTo("?flag=split_vote"));
    }

    [TestCase("""{"cid":"c"}""")]
    [TestCase("<html>not json</html>")]
    [TestCase("null")]
    public void Answer_ThatIsNotTheContracts_IsAnApiException(string body)
    {
        var service = new StubHandler(HttpStatusCode.OK, body);

        Assert.That(() => service.Client().CompleteAsync(Samples.Request), Throws.TypeOf<ApiException>());
    }

    [TestCaseSource(nameof(ListedErrors))]
    public void Error_ThatTheDocumentLists_IsATypedProblem(string operationId, int status)
    {
        var service = new StubHandler((HttpStatusCode)status, Samples.Problem(status), "application/problem+json");

        var exception = Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => CallAsync(service.Client(), operationId))!;

        Assert.Multiple(() =>
        {
            Assert.That(exception.StatusCode, Is.EqualTo(status));
            Assert.That(exception.Result.Status, Is.EqualTo(status));
            Assert.That(exception.Result.TraceId, Is.EqualTo("abc"));
            Assert.That(exception.Result.Errors?.Count ?? 0, Is.EqualTo(status == 422 ? 1 : 0));
        });
    }

    [Test]
    public void Error_OfAWrongField_NamesItByNamesAndIndexes()
    {
        var service = new StubHandler(HttpStatusCode.UnprocessableEntity, Samples.Problem(422));

        var exception = Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => service.Client().CompleteAsync(Samples.Request))!;

        var loc = exception.Result.Errors!.Single().Loc;
        Assert.That(loc.Select(part => part.ToString()), Is.EqualTo(new[] { "body", "input", "0", "user_query" }));
    }

    [Test]
    public void Error_WithRetryAfter_GivesTheHeader()
    {
        var service = new StubHandler(HttpStatusCode.ServiceUnavailable, Samples.Problem(503))
        {
            Adjust = response => response.Headers.Add("Retry-After", "5"),
        };

        var exception = Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => service.Client().CompleteAsync(Samples.Request))!;

        Assert.That(exception.Headers["Retry-After"], Is.EqualTo(new[] { "5" }));
    }

    [TestCase(502, Description = "listed, but from a proxy that knows nothing of problems")]
    [TestCase(418, Description = "not listed")]
    public void Error_ThatIsNoProblem_IsAnApiExceptionWithTheStatus(int status)
    {
        var service = new StubHandler((HttpStatusCode)status, "<html>", "text/html");

        var exception = Assert.ThrowsAsync<ApiException>(() => service.Client().CompleteAsync(Samples.Request))!;

        Assert.That(exception.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public void Call_WhenCancelled_Ends()
    {
        var service = new StubHandler(HttpStatusCode.OK, Samples.Answer);

        Assert.That(
            () => service.Client().CompleteAsync(Samples.Request, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static IEnumerable<TestCaseData> ListedErrors()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.ClientFile("openapi.json")));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var id = operation.Value.GetProperty("operationId").GetString()!;
                var responses = operation.Value.GetProperty("responses").EnumerateObject().Select(response => response.Name);
                foreach (var status in responses.Where(status => status != "200"))
                    yield return new TestCaseData(id, int.Parse(status, CultureInfo.InvariantCulture));
            }
        }
    }

    private static Task CallAsync(IMinerClient client, string operationId)
    {
        var method = typeof(IMinerClient).GetMethod(operationId + "Async")!;
        return (Task)method.Invoke(client, [.. method.GetParameters().Select(Argument)])!;
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(ComponentRequest) => Samples.Request,
        var type when type == typeof(string) => "c",
        var type when type == typeof(CancellationToken) => CancellationToken.None,
        _ => null,
    };
}
