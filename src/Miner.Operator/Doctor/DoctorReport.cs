using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>What was found, in the order in which it was looked for.</summary>
public sealed record DoctorReport(Uri Address, IReadOnlyList<DoctorCheck> Checks)
{
    /// <summary>Who gave the answers that name a model.</summary>
    public IReadOnlyList<AnswersByModel> Models =>
        AnswersByModel.Count(Checks.Select(check => check.Model).Where(model => model is not null));

    /// <summary>With warnings, too.</summary>
    public bool Passed => NotChecked.Count == 0 && Checks.All(check => check.Passed);

    /// <summary>The names of the checks that an earlier one made useless.</summary>
    public IReadOnlyList<string> NotChecked => [.. DoctorCheckNames.All.Except(Checks.Select(check => check.Name))];
}

/// <param name="Name">One of <see cref="DoctorCheckNames"/>.</param>
/// <param name="Detail">What was seen, in a sentence without a key and, of the miner's text, with models' names alone.</param>
/// <param name="Remedy">What to do about it; null where the check passed.</param>
/// <param name="Latency">How long the answer took; null where none was waited for.</param>
public sealed record DoctorCheck(string Name, string Detail, string? Remedy = null, TimeSpan? Latency = null)
{
    /// <summary>The model that gave the answer; null where none is named.</summary>
    public string? Model { get; init; }

    /// <summary>What the subnet would meet although nothing is at fault; null for nothing.</summary>
    public string? Warning { get; init; }

    public bool Passed => Remedy is null;
}

/// <summary>The names of the checks; those of the components are theirs on the wire.</summary>
public static class DoctorCheckNames
{
    public const string Name = "dns";
    public const string Transport = "tls";
    public const string Health = "health";
    public const string Capabilities = "capabilities";
    public const string WrongKey = "wrong_key";
    public const string NoKey = "no_key";
    public const string Slowest = "slowest";
    public const string Clock = "clock";
    public const string Deletion = "clean_up";

    /// <summary>All of them, in the order in which they are made.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Name, Transport, Health, Capabilities, .. ComponentNames.All, WrongKey, NoKey, Slowest, Clock, Deletion];
}
