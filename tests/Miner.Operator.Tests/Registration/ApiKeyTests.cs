using Miner.Operator.Registration;

namespace Miner.Operator.Tests.Registration;

[TestFixture]
internal sealed class ApiKeyTests
{
    [Test]
    public async Task GenerateKey_GivesUrlSafeKeysThatDiffer()
    {
        var handler = new GenerateKeyHandler();

        var keys = new[]
        {
            await handler.Handle(new GenerateKeyCommand(), CancellationToken.None),
            await handler.Handle(new GenerateKeyCommand(), CancellationToken.None),
        };

        Assert.That(keys, Has.All.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(keys, Is.Unique);
    }
}
