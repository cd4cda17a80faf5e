using System.Data.Common;
using Miner.Infrastructure.Persistence;

namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>An empty database of a test's own, gone with it.</summary>
internal interface ITestDatabase : IDisposable
{
    StorageOptions Options { get; }

    /// <summary>A connection past the store, as an operator's shell would open.</summary>
    DbConnection Connect();
}
