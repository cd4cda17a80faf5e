namespace Miner.Infrastructure.Tests.Persistence.Sqlite.PowerCut;

/// <summary>Files of which is known what was flushed, and what was written since and may or may not have reached the disk.</summary>
internal sealed class DiskState
{
    /// <summary>What a disk writes whole or not at all.</summary>
    private const int Sector = 512;

    private readonly Dictionary<string, MemoryStream> _flushed = [];
    private readonly Dictionary<string, List<DiskOperation>> _unflushed = [];

    public void Apply(DiskOperation operation)
    {
        if (operation is DeleteOperation)
        {
            _flushed.Remove(operation.File);
            _unflushed.Remove(operation.File);
            return;
        }

        if (!_unflushed.TryGetValue(operation.File, out var unflushed)) _unflushed.Add(operation.File, unflushed = []);
        if (operation is not FlushOperation)
        {
            unflushed.Add(operation);
            return;
        }

        if (!_flushed.TryGetValue(operation.File, out var flushed)) _flushed.Add(operation.File, flushed = new MemoryStream());
        foreach (var change in unflushed) Change(flushed, change);
        unflushed.Clear();
    }

    /// <summary>
    /// Writes the files into <paramref name="folder"/> as a power cut leaves them: of what was not flushed nothing is there, or, where
    /// there is <paramref name="luck"/>, any part of it, in sectors.
    /// </summary>
    public void WriteTo(string folder, Random? luck)
    {
        foreach (var (file, unflushed) in _unflushed)
        {
            var flushed = _flushed.GetValueOrDefault(file);
            if (flushed is null && luck is null) continue;

            using var left = new MemoryStream();
            flushed?.WriteTo(left);
            foreach (var sector in unflushed.SelectMany(Sectors))
                if (luck?.Next(2) == 0) Change(left, sector);
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), left.ToArray());
        }
    }

    private static IEnumerable<DiskOperation> Sectors(DiskOperation operation)
    {
        if (operation is not WriteOperation write) return [operation];
        return write.Bytes.Chunk(Sector).Select((bytes, i) => write with { Offset = write.Offset + ((long)i * Sector), Bytes = bytes });
    }

    private static void Change(MemoryStream content, DiskOperation operation)
    {
        switch (operation)
        {
            case WriteOperation write:
                content.Position = write.Offset;
                content.Write(write.Bytes);
                break;
            case TruncateOperation truncate:
                content.SetLength(truncate.Length);
                break;
        }
    }
}
