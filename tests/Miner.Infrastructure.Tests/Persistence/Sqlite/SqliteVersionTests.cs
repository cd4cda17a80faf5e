using Microsoft.Data.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

[TestFixture]
internal sealed class SqliteVersionTests
{
    /// <summary>Versions before that can lose what was written when a checkpoint resets the write-ahead log.</summary>
    private static readonly Version FirstWithoutWalResetFault = new(3, 51, 3);

    [Test]
    public void ServerVersion_OfTheLibraryThatIsShipped_HasNoWalResetFault()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");

        Assert.That(Version.Parse(connection.ServerVersion), Is.GreaterThanOrEqualTo(FirstWithoutWalResetFault));
    }
}
