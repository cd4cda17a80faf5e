using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Miner.Api.Controllers;
using Miner.Application;
using Miner.Domain.Components;
using Miner.Infrastructure;
using Miner.Mathematics.Answers;
using Miner.Offline;
using Miner.Operator;
using Miner.TestUi;

namespace Miner.Api.Tests.Architecture;

/// <summary>One name for one thing, in all rooms of the house.</summary>
[TestFixture]
internal sealed class NameTests
{
    // The client is generated, and repeats the contract's names.
    private static readonly Assembly[] Product =
    [
        typeof(FinalAnswer).Assembly, typeof(Component).Assembly, typeof(ApplicationServices).Assembly, typeof(OfflineServices).Assembly,
        typeof(InfrastructureServices).Assembly, typeof(OperatorException).Assembly, typeof(TestUiOptions).Assembly,
        typeof(MinerController).Assembly,
    ];

    [Test]
    public void Types_OfTheProduct_ShareNoName()
    {
        var named = Product.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten).ToList();

        Assert.That(named, Has.Count.GreaterThan(500));
        Assert.That(
            named.GroupBy(Name)
                .Where(types => types.Select(type => type.Namespace).Distinct().Count() > 1)
                .Select(types => string.Join(" = ", types.Select(type => type.FullName))),
            Is.Empty);
    }

    private static bool IsWritten(Type type) =>
        !type.IsNested && type.Namespace?.StartsWith("Miner.", StringComparison.Ordinal) == true
        && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<') && !typeof(IComponent).IsAssignableFrom(type);

    /// <summary>Without the number of its type parameters.</summary>
    private static string Name(Type type) => type.Name.Split('`')[0];
}
