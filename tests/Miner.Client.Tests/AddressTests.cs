using System.Net;
using System.Reflection;

namespace Miner.Client.Tests;

[TestFixture]
internal sealed class AddressTests
{
    /// <summary>What leads from <c>/conversations/{cid}</c> to another operation, such as the list of all.</summary>
    private static readonly string[] Unnameable = ["", " ", "\t\n", ".", ".."];

    [TestCaseSource(nameof(PathParameters))]
    public void Call_WithAnIdThatNoPathCanName_SendsNothing(string method, string parameter, string id)
    {
        var service = new StubHandler(HttpStatusCode.OK, "{}");

        Assert.That(
            () => CallAsync(service.Client(), method, parameter, id),
            Throws.InstanceOf<ArgumentException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter));
        Assert.That(service.Request, Is.Null);
    }

    [TestCase("http://miner.test/prefix", "http://miner.test/prefix/conversations/c")]
    [TestCase("http://miner.test/prefix/", "http://miner.test/prefix/conversations/c")]
    [TestCase("http://miner.test/a/b?c=d#e", "http://miner.test/a/b/conversations/c")]
    [TestCase("http://miner.test", "http://miner.test/conversations/c")]
    [TestCase("http://miner.test:8001/", "http://miner.test:8001/conversations/c")]
    public async Task Address_WithOrWithoutItsSlash_IsAPrefix(string address, string asked)
    {
        var service = new StubHandler(HttpStatusCode.OK, """{"success":true,"message":"m","cid":"c"}""");

        await service.Client(address).DeleteConversationAsync("c");

        Assert.That(service.Request.RequestUri, Is.EqualTo(new Uri(asked)));
    }

    [Test]
    public async Task Address_OfTheServiceItself_IsThePrefixToo()
    {
        const string features = """{"unified_api":true,"conversation_history":true,"playbook_system":true}""";
        var service = new StubHandler(
            HttpStatusCode.OK,
            $$"""
            {
              "name": "n", "status": "running", "architecture": "a", "features": {{features}}, "endpoints": {},
              "conversation_management": {}, "playbook_endpoints": {}, "other_endpoints": {}
            }
            """);

        await service.Client("http://miner.test/prefix").GetServiceAsync();

        Assert.That(service.Request.RequestUri, Is.EqualTo(new Uri("http://miner.test/prefix/")));
    }

    private static IEnumerable<TestCaseData> PathParameters() =>
        from path in Contract.Operations()
        from parameter in path.Parameters
        from suffix in new[] { "Async", "WithHeadersAsync" }
        from id in Unnameable
        select new TestCaseData(path.Id + suffix, parameter, id);

    private static Task CallAsync(IMinerClient client, string name, string parameter, string id)
    {
        var method = typeof(IMinerClient).GetMethod(name)!;
        return (Task)method.Invoke(client, [.. method.GetParameters().Select(Argument)])!;

        object? Argument(ParameterInfo each) =>
            each.Name == parameter ? id : each.ParameterType == typeof(CancellationToken) ? CancellationToken.None : null;
    }
}
