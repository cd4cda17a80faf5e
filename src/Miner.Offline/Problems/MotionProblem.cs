using System.Text.RegularExpressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Distance, time and speed where two of them are given: <c>how far does a car go in 3 hours at 60 km/h</c>.</summary>
internal static partial class MotionProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set(
        "its travel travels travelled traveled drive drives cover covers go goes run runs walk walks ride rides fly flies move moves train car "
            + "bus truck bike cyclist runner plane boat man woman person speed average constant far long distance time take takes trip journey at "
            + "hour hours minutes seconds hr hrs h kilometers kilometres "
            + "kilometer kilometre meters metres mph kph per every over total have has did going travelling traveling driving m s");

    public static Solution? Solve(Question question)
    {
        var text = question.Text;
        var speeds = Speed().Matches(text);
        var rest = Speed().Replace(text, " ");
        if (speeds.Count > 1 || !question.HasOnly([.. Vocabulary, .. UnitWords(text)])) return null;

        var measures = Measure()
            .Matches(rest)
            .Select(Read)
            .Where(measure => measure is not null)
            .Select(measure => measure!.Value)
            .ToList();
        var distances = measures.FindAll(measure => measure.Unit.Dimension == Dimension.Length);
        var times = measures.FindAll(measure => measure.Unit.Dimension == Dimension.Time);
        if (measures.Count != distances.Count + times.Count) return null;

        if (speeds.Count == 0)
            return question.Mentions("speed") && distances is [var way] && times is [var duration] ? FindSpeed(way, duration) : null;
        var per = speeds[0].Groups["time"].Value is { Length: > 0 } name ? name : "hour";
        if (Read(speeds[0]) is not { } speed || !Units.TryFind(per, out var hour)) return null;

        return (distances, times) switch
        {
            ([], [var time]) when question.Mentions("far", "distance") => FindDistance(speed, hour, time),
            ([var distance], []) when question.Mentions("long", "time", "hours", "minutes") => FindTime(speed, hour, distance),
            _ => null,
        };
    }

    private static Solution? FindSpeed((Rational Value, Unit Unit) way, (Rational Value, Unit Unit) time) => time.Value.IsZero
        ? new Solution(Solution.Undefined, "Nothing can be divided by a time of zero.")
        : new Solution(
            $"{Solution.Measure(way.Value / time.Value)} {way.Unit.Name} per {time.Unit.Name.TrimEnd('s')}",
            $"speed = distance / time = {way.Value} / {time.Value} = {Solution.Explain(way.Value / time.Value)}");

    private static Solution FindDistance((Rational Value, Unit Unit) speed, Unit per, (Rational Value, Unit Unit) time)
    {
        var duration = time.Unit.Convert(time.Value, per);
        var value = speed.Value * duration;
        return new Solution(
            $"{Solution.Measure(value)} {speed.Unit.Name}",
            $"distance = speed * time = {speed.Value} * {duration} = {Solution.Explain(value)}");
    }

    private static Solution FindTime((Rational Value, Unit Unit) speed, Unit per, (Rational Value, Unit Unit) distance)
    {
        if (speed.Value.IsZero) return new Solution(Solution.Undefined, "Nothing can be divided by a speed of zero.");
        var way = distance.Unit.Convert(distance.Value, speed.Unit);
        var value = way / speed.Value;
        return new Solution(
            $"{Solution.Measure(value)} {per.Name}", $"time = distance / speed = {way} / {speed.Value} = {Solution.Explain(value)}");
    }

    private static (Rational Value, Unit Unit)? Read(Match match) =>
        Values.Of([match.Groups["value"].Value]) is [var value] && Units.TryFind(Length(match.Groups["unit"].Value), out var unit)
            ? (value, unit)
            : null;

    /// <summary>The length in a unit of speed that has a name of its own.</summary>
    private static string Length(string unit) => unit switch { "mph" => "miles", "kph" => "km", _ => unit };

    /// <summary>The units in the text are words that a question about motion may hold.</summary>
    private static IEnumerable<string> UnitWords(string text) =>
        text.Split([' ', '/', '?', '.', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => Units.TryFind(word, out var unit) && unit.Dimension is Dimension.Length or Dimension.Time);

    [GeneratedRegex(
        @"(?<value>\d[\d,.]*) ?(?<unit>km|miles|metres|meters|m|feet|kilometers|kilometres) ?(/|per|an|every) ?"
        + @"(?<time>h|hr|hour|min|minute|s|sec|second)\b|(?<value>\d[\d,.]*) ?(?<unit>mph|kph)(?<time>)\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Speed();

    [GeneratedRegex(@"(?<value>\d[\d,]*(\.\d+)?) ?(?<unit>[a-zA-Z]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Measure();
}
