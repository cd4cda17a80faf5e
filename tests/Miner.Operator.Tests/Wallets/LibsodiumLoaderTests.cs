using Miner.Operator.Wallets.Sodium;

namespace Miner.Operator.Tests.Wallets;

[TestFixture, Category("NeedsPackages")]
internal sealed class LibsodiumLoaderTests
{
    [TestCase("libsodium-that-nobody-has.so.1")]
    [TestCase("libc.so.6", Description = "there, but without the functions")]
    public void Load_WhenItIsMissing_NamesThePackage(string name) =>
        Assert.That(() => LibsodiumLoader.Load([name]), Throws.TypeOf<OperatorException>().With.Message.Contains("libsodium23"));

    [Test]
    public void Load_WhenALaterNameIsThere_TakesIt() =>
        Assert.That(LibsodiumLoader.Load(["libsodium-that-nobody-has.so.1", .. LibsodiumLoader.Names]), Is.Not.EqualTo(IntPtr.Zero));
}
