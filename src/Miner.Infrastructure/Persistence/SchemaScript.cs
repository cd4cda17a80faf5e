using System.Globalization;
using System.Reflection;

namespace Miner.Infrastructure.Persistence;

/// <summary>An embedded script that leads to a version of a store's schema.</summary>
internal sealed record SchemaScript(int Version, string Sql)
{
    /// <summary>The scripts of <paramref name="store"/>'s folder, in order; their names begin with the version, in three digits.</summary>
    /// <param name="store"><c>Sqlite</c> or <c>Postgres</c>.</param>
    public static IReadOnlyList<SchemaScript> ReadAll(string store)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"{typeof(SchemaScript).Namespace}.{store}.Schema.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Select(name => new SchemaScript(
                    int.Parse(name.AsSpan(folder.Length, 3), CultureInfo.InvariantCulture),
                    Read(assembly, name)))
                .OrderBy(script => script.Version),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
