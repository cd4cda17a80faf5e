using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Miner.TestUi.Evaluation;

namespace Miner.TestUi.Tests.Evaluation;

[TestFixture]
internal sealed class EvaluationFormTests
{
    [TestCase("1", "0", 1, 0UL)]
    [TestCase(" 1000 ", "18446744073709551615", 1000, ulong.MaxValue)]
    public void Read_OfWhatCanBe_TakesIt(string count, string seed, int expected, ulong expectedSeed)
    {
        var form = EvaluationForm.Read(Form(count, seed), out var fault);

        Assert.That(form, Is.EqualTo(new EvaluationForm(expected, expectedSeed, Field: null)));
        Assert.That(fault, Is.Null);
    }

    [TestCase("0", "1", "count")]
    [TestCase("1001", "1", "count")]
    [TestCase("1e3", "1", "count")]
    [TestCase("", "1", "count")]
    [TestCase("20\0", "1", "count")]
    [TestCase("20", "1\0", "seed")]
    [TestCase("20", "", "seed")]
    [TestCase("20", "-1", "seed")]
    [TestCase("20", "18446744073709551616", "seed")]
    public void Read_OfWhatCannotBe_NamesTheField(string count, string seed, string field)
    {
        Assert.That(EvaluationForm.Read(Form(count, seed), out var fault), Is.Null);
        Assert.That(fault!.Fields!.Single().Loc, Is.EqualTo(new[] { "body", field }));
    }

    [Test]
    public void Read_OfOtherMiners_TakesThem() => Assert.That(
        EvaluationForm.Read(Form("20", "1", "name,raw_score,edges_per_minute\nother,90,30\n"), out _)!.Field, Is.Not.Null);

    [Test]
    public void Read_OfOtherMinersThatAreNone_NamesTheLine()
    {
        EvaluationForm.Read(Form("20", "1", "name,raw_score,edges_per_minute\nother,101,30\n"), out var fault);

        Assert.That(fault!.Fields!.Single().Text, Does.StartWith("miners.csv, line 2: 'raw_score' must be"));
    }

    private static FormCollection Form(string count, string seed, string? field = null)
    {
        var files = new FormFileCollection();
        if (field is not null)
        {
            var content = Encoding.UTF8.GetBytes(field);
            files.Add(new FormFile(new MemoryStream(content), baseStreamOffset: 0, content.Length, "field", "miners.csv"));
        }

        return new FormCollection(new Dictionary<string, StringValues> { ["count"] = count, ["seed"] = seed }, files);
    }
}
