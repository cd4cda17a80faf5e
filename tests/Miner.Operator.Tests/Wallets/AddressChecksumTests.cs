using Miner.Operator.Wallets;

namespace Miner.Operator.Tests.Wallets;

/// <summary>A mistyped address is found out.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class AddressChecksumTests
{
    private const string Address = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";

    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    [Test]
    public void TryParse_OfWhatFormatGave_GivesTheKeyBack()
    {
        var random = new Random(20251124);
        var key = new byte[32];
        for (var round = 0; round < 300; round++)
        {
            random.NextBytes(key);
            var address = Ss58Address.Format(key);

            Assert.That(address, Does.StartWith("5").And.Length.InRange(47, 48));
            Assert.That(Ss58Address.TryParse(address, out var read), Is.True);
            Assert.That(read, Is.EqualTo(key));
        }
    }

    [TestCase("0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void TryParse_OfTheSmallestAndTheLargestKey_GivesThemBack(string key)
    {
        Assert.That(Ss58Address.TryParse(Ss58Address.Format(Convert.FromHexString(key)), out var read), Is.True);
        Assert.That(Convert.ToHexStringLower(read!), Is.EqualTo(key));
    }

    [Test]
    public void TryParse_WithOneCharacterMistyped_GivesNone([Range(0, 47)] int index)
    {
        foreach (var typed in Alphabet.Where(character => character != Address[index]))
        {
            var mistyped = $"{Address[..index]}{typed}{Address[(index + 1)..]}";
            Assert.That(Ss58Address.TryParse(mistyped, out _), Is.False, mistyped);
        }
    }

    [Test]
    public void TryParse_WithTwoCharactersSwapped_GivesNone()
    {
        foreach (var index in Enumerable.Range(0, Address.Length - 1).Where(index => Address[index] != Address[index + 1]))
        {
            var swapped = $"{Address[..index]}{Address[index + 1]}{Address[index]}{Address[(index + 2)..]}";
            Assert.That(Ss58Address.TryParse(swapped, out _), Is.False, swapped);
        }
    }

    [Test]
    public void TryParse_OfAnAddressThatIsTooLong_EndsAtOnce() =>
        Assert.That(Ss58Address.TryParse(new string('z', 1_000_000), out _), Is.False);
}
