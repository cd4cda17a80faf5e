using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Miner.Application.Ports;
using StackExchange.Redis;

namespace Miner.Infrastructure.Counters;

/// <summary>
/// Tells the other replicas every few seconds how this one has done, and hears the same of them. What a replica told is forgotten a while
/// after it fell silent.
/// </summary>
internal sealed class RedisReplicas(RedisLink link, ISharedCounters counters, IMinerStatistics statistics, TimeProvider time)
    : BackgroundService, IReplicas
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Three intervals: one that is missed makes nobody disappear.</summary>
    private static readonly TimeSpan Memory = 3 * Interval;

    /// <summary>More than anybody runs, so that what else writes to Redis cannot fill the memory.</summary>
    private const int MaxReplicas = 1_000;

    /// <summary>Gives what the others told. The set holds who may still be heard, by when they last spoke.</summary>
    private const string Tell = """
        local clock = redis.call('TIME')
        redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
        redis.call('ZADD', KEYS[1], clock[1], ARGV[1])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', clock[1] - ARGV[3])
        redis.call('EXPIRE', KEYS[1], ARGV[3])
        local told = {}
        for _, id in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, ARGV[4])) do
            if id ~= ARGV[1] then table.insert(told, redis.call('GET', ARGV[5] .. id)) end
        end
        return told
        """;

    private const string Prefix = "{replicas}:";

    private static readonly JsonSerializerOptions Json = new() { RespectNullableAnnotations = true };

    private readonly string _id = Guid.NewGuid().ToString("N");
    private volatile ReplicaTotals _others = ReplicaTotals.None;

    public CounterSharing Sharing => counters.Sharing;

    public ReplicaTotals Others => link.IsUp ? _others : ReplicaTotals.None;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await link.Tried.WaitAsync(stoppingToken);
            using var timer = new PeriodicTimer(Interval, time);
            do await ExchangeAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    internal async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        var own = JsonSerializer.SerializeToUtf8Bytes(statistics.Read().Totals, Json);
        var told = await link.AskAsync(
            connection => connection.GetDatabase().ScriptEvaluateAsync(
                Tell, ["{replicas}", Prefix + _id], [_id, own, (int)Memory.TotalSeconds, MaxReplicas, Prefix]),
            cancellationToken);
        if (told is not null) _others = ((RedisResult[])told!).Select(Read).Aggregate(ReplicaTotals.None, (sum, one) => sum + one);
    }

    /// <summary>Another version of the program may tell other things: what is no totals counts for nothing.</summary>
    private static ReplicaTotals Read(RedisResult told)
    {
        try
        {
            var totals = (byte[]?)told is { } json ? JsonSerializer.Deserialize<ReplicaTotals>(json, Json) : null;
            return totals ?? ReplicaTotals.None;
        }
        catch (JsonException)
        {
            return ReplicaTotals.None;
        }
    }
}
