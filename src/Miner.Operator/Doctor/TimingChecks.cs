using System.Globalization;
using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>Whether the miner is in time, and knows the time.</summary>
internal static class TimingChecks
{
    /// <summary>A miner that needs more for a small question, asked alone, will be late for larger ones, several at once.</summary>
    private static readonly TimeSpan Comfortable = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(5);

    /// <summary>What <c>Date</c> cuts off.</summary>
    private static readonly TimeSpan DateResolution = TimeSpan.FromSeconds(1);

    public static DoctorCheck Slowest(Component component, TimeSpan latency)
    {
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{component.Name()} took {latency.TotalSeconds:F1} s of the {MinerCall.Deadline.TotalSeconds:F0} s that there are.");
        return new DoctorCheck(
            DoctorCheckNames.Slowest,
            detail,
            latency <= Comfortable ? null : "Use a faster or smaller model, or lower MAX_TOKENS and SELF_CONSISTENCY_SAMPLES.");
    }

    public static DoctorCheck Clock(CallResult health)
    {
        if (health is not CallAnswer { Date: { } date } answer)
        {
            return new DoctorCheck(
                DoctorCheckNames.Clock,
                "/health came without a Date header, so the miner's clock is unknown.",
                "Let the proxy pass Date on.");
        }

        var skew = Skew(date, answer.ReceivedAt - answer.Latency, answer.ReceivedAt);
        var size = skew.Duration();
        var detail = size == TimeSpan.Zero
                ? "The miner's clock and this machine's agree."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The miner's clock is {size.TotalSeconds:F0} s {(skew > TimeSpan.Zero ? "ahead" : "behind")}.");
        return new DoctorCheck(
            DoctorCheckNames.Clock,
            detail,
            size <= MaxSkew ? null : "Synchronise both machines' clocks, for example with `timedatectl set-ntp true`.");
    }

    /// <summary>How far the miner is ahead, less what the way to and fro and the resolution of <c>Date</c> explain.</summary>
    private static TimeSpan Skew(DateTimeOffset date, DateTimeOffset sent, DateTimeOffset received)
    {
        if (date > received) return date - received;
        var latest = date + DateResolution;
        return latest < sent ? latest - sent : TimeSpan.Zero;
    }
}
