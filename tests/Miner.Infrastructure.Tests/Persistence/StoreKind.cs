namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>The stores that the miner can keep its data in: each test of <see cref="DatabaseFixture"/> is run on both.</summary>
internal enum StoreKind
{
    Sqlite,
    Postgres,
}
