using System.Reflection;
using Miner.Application;
using Miner.Client;
using Miner.Domain.Components;
using Miner.Infrastructure;
using Miner.TestUi;

namespace Miner.Api.Tests.Architecture;

/// <summary>
/// References point inward only: Api → Infrastructure → Application → Domain. The client stands alone; the infrastructure and the test page
/// may call with it.
/// </summary>
[TestFixture]
internal sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Component).Assembly;
    private static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureServices).Assembly;
    private static readonly Assembly Api = typeof(Program).Assembly;
    private static readonly Assembly Client = typeof(MinerClient).Assembly;
    private static readonly Assembly TestUi = typeof(TestUiOptions).Assembly;

    [Test]
    public void Domain_ReferencesNothingButTheRuntime() =>
        Assert.That(References(Domain), Has.All.StartsWith("System."));

    [Test]
    public void Application_ReferencesTheDomainAndNoTechnology() => Assert.That(References(Application), Has.None.Matches<string>(name =>
        name.StartsWith("Miner.", StringComparison.Ordinal) && name != "Miner.Domain"
        || name is "Dapper" or "Microsoft.Data.Sqlite" or "System.Net.Http" || name.StartsWith("Polly", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Test]
    public void Infrastructure_ReferencesNeitherTheApiNorTheWebServer() =>
        Assert.That(
            References(Infrastructure),
            Has.None.Matches<string>(name => name == "Miner.Api" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Test]
    public void Api_ReferencesNoTechnologyOfTheInfrastructure() => Assert.That(References(Api), Has.None.Matches<string>(name =>
        name is "Dapper" or "Microsoft.Data.Sqlite" || name.StartsWith("Polly", StringComparison.Ordinal)));

    [Test]
    public void Client_ReferencesNothingOfTheProduct() =>
        Assert.That(References(Client), Has.All.StartsWith("System."));

    [Test]
    public void TestUi_KnowsTheMinerByItsClientAlone() => Assert.That(
        References(TestUi).Where(name => name.StartsWith("Miner.", StringComparison.Ordinal)), Is.EqualTo(new[] { "Miner.Client" }));

    [Test]
    public void EachLayer_IsTheOneItsNameSays() => Assert.That(
        new[] { Domain, Application, Infrastructure, Api, Client, TestUi }.Select(assembly => assembly.GetName().Name),
        Is.EqualTo(new[] { "Miner.Domain", "Miner.Application", "Miner.Infrastructure", "Miner.Api", "Miner.Client", "Miner.TestUi" }));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
