using Miner.Infrastructure.Tests.Persistence.Postgres;

namespace Miner.Infrastructure.Tests;

[SetUpFixture]
internal sealed class PostgresTeardown
{
    [OneTimeTearDown]
    public Task StopServerAsync() => PostgresTestDatabase.StopServerAsync();
}
