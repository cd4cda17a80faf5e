using System.Reflection;
using Miner.Application;
using Miner.Client;
using Miner.Domain.Components;
using Miner.Infrastructure;
using Miner.Mathematics.Answers;
using Miner.Offline;
using Miner.Operator;
using Miner.TestUi;

namespace Miner.Api.Tests.Architecture;

/// <summary>
/// References point inward only: Mathematics ← Domain ← Application ← {Infrastructure, Offline}; Infrastructure and Client ← Operator;
/// Mathematics, Client and Operator ← TestUi; all ← Api.
/// </summary>
[TestFixture]
internal sealed class LayerTests
{
    private static readonly Dictionary<Assembly, string[]> Inner = new()
    {
        [typeof(FinalAnswer).Assembly] = [],
        [typeof(Component).Assembly] = ["Miner.Mathematics"],
        [typeof(ApplicationServices).Assembly] = ["Miner.Mathematics", "Miner.Domain"],
        [typeof(OfflineServices).Assembly] = ["Miner.Mathematics", "Miner.Domain", "Miner.Application"],
        [typeof(InfrastructureServices).Assembly] = ["Miner.Mathematics", "Miner.Domain", "Miner.Application"],
        [typeof(MinerClient).Assembly] = [],
        [typeof(OperatorException).Assembly] =
            ["Miner.Mathematics", "Miner.Domain", "Miner.Application", "Miner.Infrastructure", "Miner.Client"],
        [typeof(TestUiOptions).Assembly] = ["Miner.Mathematics", "Miner.Client", "Miner.Operator"],
    };

    private static IEnumerable<TestCaseData> Assemblies =>
        Inner.Select(layer => new TestCaseData(layer.Key, layer.Value).SetArgDisplayNames(layer.Key.GetName().Name!));

    [TestCaseSource(nameof(Assemblies))]
    public void Layer_ReferencesInnerOnesOnly(Assembly assembly, string[] inner) => Assert.That(
        References(assembly).Where(name => name.StartsWith("Miner.", StringComparison.Ordinal)),
        Is.SubsetOf(inner));

    [TestCase("Miner.Mathematics")]
    [TestCase("Miner.Domain")]
    [TestCase("Miner.Client")]
    public void Layer_WithoutPackages_ReferencesTheRuntimeAlone(string name) => Assert.That(
        References(Inner.Keys.Single(assembly => assembly.GetName().Name == name)),
        Has.All.Matches<string>(reference =>
            reference.StartsWith("System.", StringComparison.Ordinal) || reference.StartsWith("Miner.", StringComparison.Ordinal)));

    [Test]
    public void Application_ReferencesNoTechnology() => Assert.That(
        References(typeof(ApplicationServices).Assembly),
        Has.None.Matches<string>(name =>
            name is "Dapper" or "Microsoft.Data.Sqlite" or "Npgsql" or "StackExchange.Redis" or "System.Net.Http"
            || name.StartsWith("Polly", StringComparison.Ordinal)
            || IsWebServer(name)));

    [Test]
    public void Infrastructure_ReferencesNoWebServer() => Assert.That(
        References(typeof(InfrastructureServices).Assembly),
        Has.None.Matches<string>(IsWebServer));

    [Test]
    public void Api_ReferencesNoTechnologyOfTheInfrastructure() => Assert.That(
        References(typeof(Program).Assembly),
        Has.None.Matches<string>(name =>
            name is "Dapper" or "Microsoft.Data.Sqlite" or "Npgsql" or "StackExchange.Redis"
            || name.StartsWith("Polly", StringComparison.Ordinal)));

    private static bool IsWebServer(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
