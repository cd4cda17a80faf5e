using Miner.Operator.Doctor;

namespace Miner.Operator.Tests.Doctor;

[TestFixture]
internal sealed class DoctorReportTests
{
    private static readonly Uri Address = new("https://miner.example.org");

    [Test]
    public void Passed_OfAllChecksTicked_IsTrue()
    {
        var report = Report([.. DoctorCheckNames.All.Select(name => new DoctorCheck(name, "Fine."))]);

        Assert.That(report.Passed, Is.True);
        Assert.That(report.NotChecked, Is.Empty);
    }

    [Test]
    public void Passed_WithOneCross_IsFalse()
    {
        var report = Report([.. DoctorCheckNames.All.Select(name => new DoctorCheck(name, "Seen.", name == "clock" ? "Mend it." : null))]);

        Assert.That(report.Passed, Is.False);
    }

    [Test]
    public void Passed_WithoutACrossButWithChecksLeft_IsFalse()
    {
        var report = Report(new DoctorCheck(DoctorCheckNames.Name, "Fine."), new DoctorCheck(DoctorCheckNames.Transport, "Fine."));

        Assert.That(report.Passed, Is.False);
        Assert.That(report.NotChecked, Is.EqualTo(DoctorCheckNames.All.Skip(2)));
    }

    [Test]
    public void Models_OfChecks_CountsThoseThatNameOne()
    {
        var report = Report(
            new DoctorCheck("complete", "Fine.") { Model = "a" }, new DoctorCheck("refine", "Fine.") { Model = "b" },
            new DoctorCheck("feedback", "Fine."), new DoctorCheck("summary", "Bad.", "Mend it.") { Model = "b" });

        Assert.That(report.Models, Is.EqualTo(new[] { new AnswersByModel("b", 2), new AnswersByModel("a", 1) }));
    }

    [Test]
    public void Names_OfChecks_AreUniqueAndNameEachComponent()
    {
        Assert.That(DoctorCheckNames.All, Is.Unique);
        Assert.That(DoctorCheckNames.All, Does.Contain("human_feedback").And.Contain("internet_search"));
    }

    [Test]
    public void ToString_OfACall_LeavesTheKeyOut()
    {
        var call = new MinerCall("POST", new Uri("https://miner.example.org/complete"), "the-secret-key", """{"cid":"c"}""");

        Assert.That($"{call}", Is.EqualTo("POST https://miner.example.org/complete"));
    }

    private static DoctorReport Report(params IReadOnlyList<DoctorCheck> checks) => new(Address, checks);
}
