namespace Miner.Infrastructure.Persistence.Transfer;

/// <summary>What a <see cref="StoreSession"/> is for.</summary>
public enum StoreAccess
{
    /// <summary>Reads a store that is there, while a miner may serve it.</summary>
    Read,

    /// <summary>Changes a store that no miner serves; it is made, and brought to this program's schema, where it is not.</summary>
    Write,

    /// <summary>As <see cref="Write"/>, with nothing to be stored in the end: no store is made or brought to another schema.</summary>
    Rehearse,
}
