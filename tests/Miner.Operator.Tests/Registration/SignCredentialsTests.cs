using System.Text;
using Microsoft.Extensions.Time.Testing;
using Miner.Operator.Registration;
using Moq;

namespace Miner.Operator.Tests.Registration;

[TestFixture]
internal sealed class SignCredentialsTests
{
    private static readonly MinerCredentials Credentials = new("https://miner.example.org", "the-key");
    private static readonly byte[] Signature = [.. Enumerable.Range(0, 64).Select(value => (byte)value)];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 11, 24, 10, 30, 0, TimeSpan.Zero));
    private Mock<IWalletReader> _wallets = null!;
    private Mock<ICredentialsFile> _files = null!;
    private FakeSigner _signer = null!;

    [SetUp]
    public void MakeWallet()
    {
        _signer = new FakeSigner();
        _wallets = new Mock<IWalletReader>();
        _wallets
            .Setup(wallets =>
                wallets.OpenColdkeyAsync(
                    "folder",
                    "owner",
                    It.IsAny<Func<CancellationToken, Task<SecretBytes>>>(),
                    It.IsAny<CancellationToken>()))
            .ReturnsAsync(_signer);
        _files = new Mock<ICredentialsFile>();
    }

    [TearDown]
    public void WipeSigner() => _signer.Dispose();

    [Test]
    public async Task Handle_SignsTheFirstLineAndWritesTheWholeText()
    {
        var signed = await SignAsync(overwrite: false);

        Assert.That(_signer.Signed, Is.EqualTo("https://miner.example.org<seperate>the-key"));
        Assert.That(
            signed.Format(),
            Does.StartWith("https://miner.example.org<seperate>the-key\n\tSigned by: 5Address\n")
                .And.Contain("2025-11-24T10:30:00.000000 (UTC)"));
        _files.Verify(files => files.WriteAsync("signed.txt", signed.Format(), false, It.IsAny<CancellationToken>()), Times.Once);
        Assert.That(_signer.IsWiped, Is.True);
    }

    [Test]
    public void Handle_WhenTheFileExists_RefusesBeforeThePasswordIsAskedFor()
    {
        _files.Setup(files => files.Exists("signed.txt")).Returns(true);

        Assert.That(async () => await SignAsync(overwrite: false), Throws.TypeOf<RegistrationException>().With.Message.Contains("--force"));
        _wallets.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Handle_WhenTheFileExistsAndMayBeReplaced_ReplacesIt()
    {
        _files.Setup(files => files.Exists("signed.txt")).Returns(true);

        await SignAsync(overwrite: true);

        _files.Verify(files => files.WriteAsync("signed.txt", It.IsAny<string>(), true, It.IsAny<CancellationToken>()), Times.Once);
    }

    private Task<SignedCredentials> SignAsync(bool overwrite) => new SignCredentialsHandler(_wallets.Object, _files.Object, _time).Handle(
        new SignCredentialsCommand(Credentials, "folder", "owner", "signed.txt", overwrite, _ => Task.FromResult(new SecretBytes(0))),
        CancellationToken.None);

    private sealed class FakeSigner : ISigner
    {
        public string Address => "5Address";

        public string? Signed { get; private set; }

        public bool IsWiped { get; private set; }

        public byte[] Sign(ReadOnlySpan<byte> message)
        {
            Signed = Encoding.UTF8.GetString(message);
            return Signature;
        }

        public void Dispose() => IsWiped = true;
    }
}
