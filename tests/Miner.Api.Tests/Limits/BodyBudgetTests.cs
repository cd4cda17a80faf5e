using Miner.Api.Limits;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class BodyBudgetTests
{
    private const long Large = BodySizeLimit.MaxBytes;

    private readonly CancellationToken _token = CancellationToken.None;
    private BodyBudget _budget = null!;

    [SetUp]
    public void CreateBudget() => _budget = new BodyBudget();

    [Test]
    public async Task Take_OfOneCaller_LeavesOthersTheirPart()
    {
        var held = await FillAsync("greedy");

        Assert.That(held * Large, Is.LessThanOrEqualTo(BodyBudget.CallerBytes));
        Assert.That(_budget.TakeAsync("greedy", Large, _token).AsTask().IsCompleted, Is.False);
        Assert.That(_budget.TakeAsync("other", Large, _token).AsTask().IsCompletedSuccessfully);
        Assert.That(_budget.TakeAsync("greedy", 1, _token).AsTask().IsCompletedSuccessfully, "what fits under its bound");
    }

    [Test]
    public async Task Take_OfManyCallers_KeepsToTheTotal()
    {
        var held = 0;
        foreach (var caller in Enumerable.Range(0, 20).Select(index => $"caller {index}")) held += await FillAsync(caller);

        Assert.That(held * Large, Is.LessThanOrEqualTo(BodyBudget.TotalBytes));
    }

    [Test]
    public async Task Share_GivenBack_GoesToTheCallerWhoHoldsLeast()
    {
        var share = await _budget.TakeAsync("first", Large, _token);
        await FillAsync("first");
        await FillAsync("second");
        var (more, none) = (_budget.TakeAsync("second", Large, _token).AsTask(), _budget.TakeAsync("third", Large, _token).AsTask());

        share.Dispose();

        await none;
        Assert.That(more.IsCompleted, Is.False);
    }

    [Test]
    public async Task Share_KeptInPart_GivesBackTheRestOnce()
    {
        var share = await _budget.TakeAsync("caller", BodyBudget.CallerBytes, _token);

        share.Keep(100);
        share.Keep(100);
        share.Keep(1_000);

        Assert.That(_budget.TakeAsync("caller", BodyBudget.CallerBytes - 100, _token).AsTask().IsCompletedSuccessfully);
        Assert.That(_budget.TakeAsync("caller", 1, _token).AsTask().IsCompleted, Is.False);
    }

    [Test]
    public async Task Take_OfALargeBody_IsNotPassedByThoseThatComeLater()
    {
        var share = await _budget.TakeAsync("first", Large, _token);
        await FillAsync("first");
        await FillAsync("second");
        var large = _budget.TakeAsync("third", Large, _token).AsTask();

        Assert.That(_budget.TakeAsync("fourth", 1, _token).AsTask().IsCompleted, Is.False);

        share.Dispose();
        await large;
    }

    [Test]
    public async Task Take_ThatIsGivenUp_WaitsNoLongerAndHoldsNothing()
    {
        await _budget.TakeAsync("caller", BodyBudget.CallerBytes, _token);
        using var cancellation = new CancellationTokenSource();
        var waiting = _budget.TakeAsync("caller", 1, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_budget.TakeAsync("other", BodyBudget.TotalBytes / 4, _token).AsTask().IsCompletedSuccessfully);
    }

    private async Task<int> FillAsync(string caller)
    {
        using var cancellation = new CancellationTokenSource();
        for (var held = 0; ; held++)
        {
            var share = _budget.TakeAsync(caller, Large, cancellation.Token).AsTask();
            if (share.IsCompleted) continue;
            await cancellation.CancelAsync();
            Assert.That(async () => await share, Throws.InstanceOf<OperationCanceledException>());
            return held;
        }
    }
}
