using System.Globalization;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Text;

namespace Miner.Application.Components.InternetSearch;

/// <summary>
/// What was found, as text: a section for each query, its results numbered through all sections, so that they can be cited.
/// </summary>
/// <param name="Text">At most <see cref="ComponentOutput.MaxImmediateResponse"/> code points.</param>
/// <param name="IsCut">Whether results were left out for want of room.</param>
internal sealed record SearchReport(string Text, bool IsCut)
{
    private const int MaxHeading = 200;
    private const string Separator = "\n\n";

    // Stands for any number while it is not known which results there is room for: 50 queries with 20 results each make 1,000.
    private const int WidestNumber = 1_000;

    public static SearchReport Of(IReadOnlyList<WebSearchAnswer> answers)
    {
        var sections = Sections(answers);
        var isCut = !Choose(sections);
        var number = 0;
        foreach (var entry in sections.SelectMany(section => section.Entries).Where(entry => entry.IsChosen)) entry.Number = ++number;
        return new SearchReport(string.Join(Separator, sections.Select(section => section.ToString())), isCut);
    }

    /// <summary>A result that several queries found stands under the first of them; the others refer to it.</summary>
    private static List<Section> Sections(IReadOnlyList<WebSearchAnswer> answers)
    {
        var sections = new List<Section>();
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            var section = new Section(Heading(answer.Query), answer.Results is null);
            sections.Add(section);
            foreach (var result in answer.Results ?? [])
            {
                var key = PageAddress.Key(result.Address);
                if (!entries.TryGetValue(key, out var entry)) section.Entries.Add(entries[key] = new Entry(result));
                else if (!section.Entries.Contains(entry) && !section.FoundAbove.Contains(entry)) section.FoundAbove.Add(entry);
            }
        }

        return sections;
    }

    /// <summary>
    /// Chooses what there is room for, the best of every query first, so that a long answer lacks the least of each instead of all of
    /// the last. True when everything was chosen.
    /// </summary>
    private static bool Choose(List<Section> sections)
    {
        var room = ComponentOutput.MaxImmediateResponse - sections.Sum(section => section.LengthWithoutEntries + Separator.Length);
        for (var rank = 0; rank < sections.Max(section => section.Entries.Count); rank++)
        {
            foreach (var entry in sections.Where(section => rank < section.Entries.Count).Select(section => section.Entries[rank]))
            {
                room -= CodePoints.Count(entry.ToString());
                if (room < 0) return false;
                entry.IsChosen = true;
            }
        }

        return true;
    }

    private static string Heading(string query)
    {
        var line = string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var cut = CodePoints.Cut(line, MaxHeading);
        return cut.Length == line.Length ? line : cut + "…";
    }

    private sealed class Entry(WebSearchResult result)
    {
        public bool IsChosen { get; set; }

        public int Number { get; set; } = WidestNumber;

        public override string ToString()
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"\n{Number}. {result.Title}\n   {result.Address.AbsoluteUri}");
            return result.Snippet.Length == 0 ? text : $"{text}\n   {result.Snippet}";
        }
    }

    private sealed class Section(string heading, bool hasFailed)
    {
        public List<Entry> Entries { get; } = [];

        /// <summary>What this query found too, and an earlier one already shows.</summary>
        public List<Entry> FoundAbove { get; } = [];

        /// <summary>In code points, at most.</summary>
        public int LengthWithoutEntries => CodePoints.Count($"{Head}{References(FoundAbove)}");

        private string Head => $"Results for: {heading}" + (hasFailed, Entries, FoundAbove) switch
        {
            (true, _, _) => "\nThis could not be searched: no search provider answered.",
            (_, [], []) => "\nNothing was found.",
            (_, [{ IsChosen: false }, ..], _) => "\nWhat was found did not fit here.",
            _ => "",
        };

        public override string ToString() =>
            $"{Head}{string.Concat(Entries.Where(entry => entry.IsChosen))}{References(FoundAbove.Where(entry => entry.IsChosen))}";

        private static string References(IEnumerable<Entry> entries)
        {
            var numbers = string.Join(", ", entries.Select(entry => entry.Number.ToString(CultureInfo.InvariantCulture)));
            return numbers.Length == 0 ? "" : $"\nFound above: {numbers}";
        }
    }
}
