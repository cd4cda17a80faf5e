using System.Globalization;

namespace Miner.Operator.Doctor;

/// <summary>Puts into words why there was no answer, or none that helps, and what to do about it.</summary>
internal static class Faults
{
    private const int MaxLocation = 200;

    public static DoctorCheck Describe(string check, CallResult result)
    {
        var (detail, remedy) = result switch
        {
            CallFailure failure => Describe(failure.Fault),
            CallAnswer answer => Describe(answer),
            _ => throw new ArgumentException($"{result.GetType().Name} is no answer and no failure.", nameof(result)),
        };
        return new DoctorCheck(check, detail, remedy, result.Latency);
    }

    private static (string Detail, string Remedy) Describe(CallFault fault) => fault switch
    {
        CallFault.Unreachable => (
            "No connection.",
            "Start the miner, check the port, and open it in the firewall of the machine and of its network."),
        CallFault.TlsFailed => ("TLS failed.", "See that the port in the address is the one where the proxy speaks TLS."),
        CallFault.TimedOut => (
            $"No answer within {MinerCall.Deadline.TotalSeconds} s.",
            "Look for what keeps it: the model (a faster or smaller one), the proxy's time-outs, the network."),
        CallFault.TooLarge => (
            "More than 1 MiB of answer, of which the rest was not read.",
            "See that the address leads to the miner itself."),
        CallFault.Broken => (
            "The connection broke, or what came is no HTTP.",
            "Look into the miner's and the proxy's logs, and check the port."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown fault."),
    };

    private static (string Detail, string Remedy) Describe(CallAnswer answer) => answer.Status switch
    {
        >= 300 and < 400 => (
            $"A redirect ({answer.Status}){LeadingTo(answer.Location)}.",
            "Register the address that it leads to: keys and questions do not follow redirects."),
        401 or 403 => ($"The key was refused ({answer.Status}).", "Give a key that the miner has in API_KEY."),
        404 or 405 => (
            $"There is no such endpoint ({answer.Status}).",
            "Check the path in the address, and that the proxy passes all paths and methods on."),
        413 or 415 or 422 => (
            $"A request of the contract's form was refused ({answer.Status}).",
            "Update the miner, and see that the proxy passes bodies of 10 MiB on unchanged."),
        429 => ($"Over the rate limit (429){Asking(answer.RetryAfter)}.", "Try again later, or raise the RATE_LIMIT settings."),
        500 => ("An internal error (500).", "The miner's log says what happened; report it when the miner is not at fault."),
        502 => (
            "The model, or the miner behind the proxy, does not answer properly (502).",
            "Check that the miner runs, and its model's address, name and key; its log says which."),
        503 => (
            "Overloaded, or the model is down (503).",
            "Check that the model runs and has capacity for the miner's requests, and MAX_CONCURRENT_REQUESTS."),
        504 => ("Gave up waiting (504).", "Use a faster or smaller model, and let the proxy wait for 60 s or more."),
        _ => ($"An unexpected status ({answer.Status}).", "Look into the miner's and the proxy's logs."),
    };

    /// <summary>An address has no control characters once it is escaped, and so cannot write to a terminal what it likes.</summary>
    private static string LeadingTo(Uri? location)
    {
        var target = location is { IsAbsoluteUri: true } ? location.GetLeftPart(UriPartial.Path) : "";
        return target.Length is 0 or > MaxLocation ? "" : $" to {target}";
    }

    private static string Asking(TimeSpan? retryAfter) =>
        retryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $", asking to wait {wait.TotalSeconds:F0} s") : "";
}
