using Miner.Infrastructure.Llm;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class HedgeBudgetTests
{
    [TestCase(0, 0)]
    [TestCase(19, 0)]
    [TestCase(21, 1)]
    [TestCase(101, 5)]
    [TestCase(1_000_000, 10)]
    public void TrySpend_AfterSoManyFirstCalls_AllowsOneInTwentyAndNoMoreThanTenAtOnce(int firstCalls, int secondCalls)
    {
        var budget = new HedgeBudget();
        for (var i = 0; i < firstCalls; i++) budget.Earn();

        Assert.That(Enumerable.Range(0, 20).Count(_ => budget.TrySpend()), Is.EqualTo(secondCalls));
    }

    [Test]
    public void TrySpend_OverALongTime_StaysWithinItsShare()
    {
        const int Calls = 10_000;
        var budget = new HedgeBudget();
        var spent = 0;
        for (var i = 0; i < Calls; i++)
        {
            budget.Earn();
            if (budget.TrySpend()) spent++;
        }

        Assert.That(spent, Is.InRange((Calls / 20) - 1, Calls / 20));
    }
}
