using Miner.Operator.Registration;

namespace Miner.Operator.Tests.Registration;

[TestFixture]
internal sealed class ApiKeyTests
{
    [Test]
    public void Create_EachTime_GivesAnotherUrlSafeKey()
    {
        var keys = new[] { ApiKey.Create(), ApiKey.Create() };

        Assert.That(keys, Has.All.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(keys, Is.Unique);
    }
}
