using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Miner.Api.Controllers;
using Miner.Api.Limits;
using Miner.Api.Settings;

namespace Miner.Api.Tests.Architecture;

[TestFixture]
internal sealed class ActionTests
{
    private static IEnumerable<TestCaseData> Actions =>
        from controller in typeof(MinerController).Assembly.GetTypes()
        where controller.IsSubclassOf(typeof(MinerController))
        from action in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where action.GetCustomAttribute<HttpMethodAttribute>() is not null
        select new TestCaseData(action).SetArgDisplayNames($"{controller.Name}.{action.Name}");

    [Test]
    public void Actions_AreFound() => Assert.That(Actions.Count(), Is.AtLeast(20));

    [TestCaseSource(nameof(Actions))]
    public void Action_ThatIsLimited_NamesALimitThatHasASetting(MethodInfo action)
    {
        var limit = action.GetCustomAttribute<RequestLimitAttribute>() ?? action.DeclaringType!.GetCustomAttribute<RequestLimitAttribute>();
        if (limit is null) return;
        var setting = $"RATE_LIMIT_{limit.Endpoint.ToUpperInvariant()}";
        Assert.That(
            LimitedEndpoints.PerMinute.Keys, Does.Contain(limit.Endpoint), $"LimitedEndpoints leaves it out; its setting is {setting}.");
    }

    [TestCaseSource(nameof(Actions))]
    public void Action_ThatWaits_TakesACancellationToken(MethodInfo action)
    {
        if (!typeof(Task).IsAssignableFrom(action.ReturnType)) return;
        Assert.That(action.GetParameters().Select(parameter => parameter.ParameterType), Does.Contain(typeof(CancellationToken)));
    }

    [TestCaseSource(nameof(Actions))]
    public void Action_Always_StatesItsNameAndItsResponses(MethodInfo action)
    {
        var stated = action.GetCustomAttributes<ProducesResponseTypeAttribute>()
            .Concat(action.DeclaringType!.GetCustomAttributes<ProducesResponseTypeAttribute>())
            .Select(response => response.StatusCode);

        Assert.That(stated, Does.Contain(200));
        Assert.That(action.GetCustomAttribute<HttpMethodAttribute>()!.Name, Is.Not.Null.And.Not.Empty);
    }
}
