using Miner.Operator.Files;

namespace Miner.Operator.Tests.Files;

[TestFixture]
internal sealed class SecretBytesTests
{
    [Test]
    public void Dispose_WipesTheBytes()
    {
        var secret = SecretBytes.CopyOf([1, 2, 3]);
        var bytes = secret.Memory;

        secret.Dispose();

        Assert.That(bytes.ToArray(), Is.EqualTo(new byte[3]));
    }

    [Test]
    public void Truncate_WipesWhatItForgets()
    {
        using var secret = SecretBytes.CopyOf([1, 2, 3]);
        var bytes = secret.Memory;

        secret.Truncate(1);

        Assert.That(secret.Span.ToArray(), Is.EqualTo(new byte[] { 1 }));
        Assert.That(bytes.ToArray(), Is.EqualTo(new byte[] { 1, 0, 0 }));
    }
}
