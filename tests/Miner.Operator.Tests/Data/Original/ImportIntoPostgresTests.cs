using Microsoft.Extensions.Time.Testing;
using Miner.Infrastructure.Persistence;
using Miner.Operator.Data;
using Miner.Operator.Data.Original;
using Miner.Testing;

namespace Miner.Operator.Tests.Data.Original;

[TestFixture, Category("NeedsPackages")]
internal sealed class ImportIntoPostgresTests : OriginalImportFixture
{
    [Test]
    public async Task Run_IntoPostgres_StoresWhatItStoresInSqlite()
    {
        await using var server = await PostgresServer.StartAsync();
        if (!DatabaseUrl.TryParse(server.Url(server.CreateDatabase()), out var postgres, out var error))
            throw new AssertionException(error);
        var import = new OriginalImport(new FakeTimeProvider(Now));
        Assert.That(
            () => import.RunAsync(Original, postgres, History, dryRun: true, Token),
            Throws.Exception.With.Message.Contains("holds no tables of this program"));

        var first = await import.RunAsync(Original, postgres, History, dryRun: false, Token);
        var second = await import.RunAsync(Original, postgres, History, dryRun: false, Token);
        var told = await import.RunAsync(Original, postgres, History, dryRun: true, Token);

        var sqlite = await ImportAsync();
        Assert.That(first.LeftOut, Is.EqualTo(sqlite.LeftOut));
        Assert.That(second.ThereAlready, Is.EqualTo(first.Messages + first.PlaybookEntries + first.AuditLines));
        Assert.That(told with { IsRehearsal = false, LeftOut = [], Changed = [] }, Is.EqualTo(second with { LeftOut = [], Changed = [] }));
        var expected = Everything();
        await new StoreCopy(TimeProvider.System).RunAsync(postgres, Storage, replace: true, Token);
        Assert.That(Everything(), Is.EqualTo(expected));
    }
}
