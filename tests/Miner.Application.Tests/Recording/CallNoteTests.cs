using System.Text.RegularExpressions;
using Miner.Application.Recording;
using Miner.Testing;

namespace Miner.Application.Tests.Recording;

/// <summary>
/// A request that is not recorded pays for no note: each is made behind a look at the record, in the very form of which
/// <see cref="CallRecorderTests.Note_WhereNothingIsRecorded_AllocatesNothing"/> counts the bytes.
/// </summary>
[TestFixture]
internal sealed class CallNoteTests
{
    private static IEnumerable<string> Notes => typeof(CallNote).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CallNote)))
        .Select(type => type.Name);

    [Test]
    public void Note_OfEachKind_IsMadeBehindALookAtTheRecord([ValueSource(nameof(Notes))] string note)
    {
        var made = Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @$"(CallRecord\.Current\?\.Note\(\s*)?new {note}\("))
            .ToList();

        Assert.That(made, Is.Not.Empty);
        Assert.That(made.Select(match => match.Groups[1].Success), Has.All.True);
    }
}
