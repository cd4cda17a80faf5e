using Miner.Application.Ports;

namespace Miner.Infrastructure.Counters;

/// <summary>
/// Counts in Redis. Each count is one script there, by the server's clock, so that no other replica comes between and no clocks need agree;
/// all of it expires by itself.
/// </summary>
internal sealed class RedisCounters(RedisLink link) : ISharedCounters
{
    /// <summary>Gives how many requests the window has seen, and the milliseconds that are left of it.</summary>
    private const string Count = """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
        return { count, redis.call('PTTL', KEYS[1]) }
        """;

    /// <summary>Gives the milliseconds that are left of a block, or 0. Times are microseconds.</summary>
    private const string AddFailure = """
        local left = redis.call('PTTL', KEYS[1])
        if left > 0 then return left end
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - ARGV[2] * 1000)
        redis.call('ZADD', KEYS[2], now, ARGV[3])
        if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[1]) then
            redis.call('SET', KEYS[1], '', 'PX', ARGV[2])
            redis.call('DEL', KEYS[2])
        else
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
        end
        return 0
        """;

    public CounterSharing Sharing => link.IsUp ? CounterSharing.Shared : CounterSharing.Away;

    public async ValueTask<SharedWindow?> CountAsync(string name, int limit, TimeSpan period, CancellationToken cancellationToken)
    {
        var result = await link.AskAsync(
            connection => connection.GetDatabase().ScriptEvaluateAsync(Count, [name], [(long)period.TotalMilliseconds]),
            cancellationToken);
        if ((long[]?)result is not [var count, var left]) return null;

        return new SharedWindow(count <= limit, (int)Math.Max(0, limit - count), TimeSpan.FromMilliseconds(Math.Max(1, left)));
    }

    public async ValueTask<SharedFailures?> AddFailureAsync(string name, int allowed, TimeSpan period, CancellationToken cancellationToken)
    {
        var result = await link.AskAsync(
            connection => connection.GetDatabase().ScriptEvaluateAsync(
                AddFailure,
                [$"blocked:{{{name}}}", $"failures:{{{name}}}"],
                [allowed, (long)period.TotalMilliseconds, Guid.NewGuid().ToString("N")]),
            cancellationToken);
        if (result is null) return null;

        var milliseconds = (long)result;
        return new SharedFailures(milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null);
    }
}
