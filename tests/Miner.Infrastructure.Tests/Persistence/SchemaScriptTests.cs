using Miner.Infrastructure.Persistence;

namespace Miner.Infrastructure.Tests.Persistence;

internal sealed class SchemaScriptTests
{
    [Test]
    public void Scripts_OfBothStores_LeadToTheSameVersionsUnderTheSameNames()
    {
        string[] Names(string store) =>
        [
            .. typeof(SchemaScript).Assembly.GetManifestResourceNames()
                .Select(name => name.Split($".{store}.Schema."))
                .Where(parts => parts.Length == 2)
                .Select(parts => parts[1])
                .Order(StringComparer.Ordinal),
        ];

        Assert.That(Names("Postgres"), Is.EqualTo(Names("Sqlite")).And.Not.Empty);
        Assert.That(
            SchemaScript.ReadAll("Postgres").Select(script => script.Version),
            Is.EqualTo(Enumerable.Range(1, Names("Sqlite").Length)));
    }
}
