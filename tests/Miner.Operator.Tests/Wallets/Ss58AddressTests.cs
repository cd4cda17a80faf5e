using Miner.Operator.Wallets;

namespace Miner.Operator.Tests.Wallets;

[TestFixture, Category("NeedsPackages")]
internal sealed class Ss58AddressTests
{
    // Substrate's well-known accounts (sp_keyring): Alice and Bob.
    private static readonly (string PublicKey, string Address)[] Known =
    [
        ("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"),
        ("8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48", "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"),
        ("0000000000000000000000000000000000000000000000000000000000000000", "5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM"),
    ];

    [TestCaseSource(nameof(Known))]
    public void Format_OfAKnownKey_GivesItsAddress((string PublicKey, string Address) known) =>
        Assert.That(Ss58Address.Format(Convert.FromHexString(known.PublicKey)), Is.EqualTo(known.Address));

    [TestCaseSource(nameof(Known))]
    public void TryParse_OfAKnownAddress_GivesItsKey((string PublicKey, string Address) known)
    {
        Assert.That(Ss58Address.TryParse(known.Address, out var publicKey), Is.True);
        Assert.That(Convert.ToHexStringLower(publicKey!), Is.EqualTo(known.PublicKey));
    }

    [TestCase("")]
    [TestCase("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ", Description = "a digit changed")]
    [TestCase("15GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", Description = "a zero before it")]
    [TestCase("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKut0Y", Description = "no Base58")]
    [TestCase("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ", Description = "too short")]
    [TestCase("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5", Description = "Alice on Polkadot, format 0")]
    [TestCase("HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F", Description = "Alice on Kusama, format 2")]
    public void TryParse_OfAnythingElse_GivesNone(string address) => Assert.That(Ss58Address.TryParse(address, out _), Is.False);
}
