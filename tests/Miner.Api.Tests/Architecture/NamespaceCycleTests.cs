using Miner.Application;
using Miner.Client;
using Miner.Domain.Components;
using Miner.Infrastructure;
using Miner.Mathematics.Answers;
using Miner.Offline;
using Miner.Operator.Doctor;
using Miner.TestUi;

namespace Miner.Api.Tests.Architecture;

/// <summary>
/// No two folders of a project need each other, directly or over others; a folder and one inside it are two. What composes a project may
/// need all of its folders, and then none of them needs it.
/// </summary>
[TestFixture]
internal sealed class NamespaceCycleTests
{
    private static IEnumerable<TestCaseData> Projects =>
        new[]
        {
            typeof(FinalAnswer), typeof(Component), typeof(ApplicationServices), typeof(OfflineServices), typeof(InfrastructureServices),
            typeof(MinerDoctor), typeof(MinerClient), typeof(TestUiOptions), typeof(Program),
        }.Select(type => new TestCaseData(type).SetArgDisplayNames(type.Assembly.GetName().Name!));

    [TestCaseSource(nameof(Projects))]
    public void Project_Always_HasNoCycleOfNamespaces(Type type) =>
        Assert.That(NamespaceGraph.Of(type.Assembly).Cycles(), Is.Empty);

    [Test]
    public void Cycles_WhereTwoNamespacesNeedEachOther_NameTheTypes()
    {
        var root = typeof(Planted.Outer).Namespace!;
        var graph = new NamespaceGraph(typeof(Planted.Outer).Assembly.GetTypes(), root);

        Assert.That(graph.Cycles(), Has.Count.EqualTo(1));
        Assert.That(graph.Cycles().Single(), Does.Contain("Outer needs Part").And.Contain("Part needs Outer"));
    }
}
