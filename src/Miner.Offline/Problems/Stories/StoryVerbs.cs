namespace Miner.Offline.Problems.Stories;

/// <summary>What the verbs of a story do to a count.</summary>
internal static class StoryVerbs
{
    public static readonly HashSet<string> Holds = Words.Set(
        "has have had is are was were owns owned contains holds held keeps kept starts started");

    public static readonly HashSet<string> Gains = Words.Set(
        "buy buys bought get gets got receive receives received find finds found pick picks picked collect collects collected gather gathers "
            + "gathered earn earns earned win wins won bake bakes baked make makes made add adds added put puts gain gains gained catch catches "
            + "caught save saves saved harvest harvests harvested borrow borrows borrowed plant plants planted given arrive arrives arrived come "
            + "comes came join joins joined enter enters entered board boarded");

    public static readonly HashSet<string> Losses = Words.Set(
        "give gives gave lose loses lost eat eats ate eaten sell sells sold spend spends spent use uses used donate donates donated break "
            + "breaks broke broken throw throws threw thrown remove removes removed lend lends lent leave leaves left die dies died fly flies flew "
            + "drink drinks drank drunk return returns returned send sends sent ship ships shipped discard discards discarded pop pops popped melt "
            + "melts melted taken occupied reserved stolen absent sick gone missing rotten");

    /// <summary>Those that another person may receive what is lost by.</summary>
    public static readonly HashSet<string> Gifts = Words.Set(
        "give gives gave lend lends lent send sends sent return returns returned sell sells" + " sold donate donates donated");

    public static readonly HashSet<string> Purchases = Words.Set("buy buys bought");

    public static readonly HashSet<string> Payments = Words.Set("pay pays paid");

    /// <summary>Before a verb, or instead of one, without a meaning of their own.</summary>
    public static readonly HashSet<string> Auxiliaries = Words.Set(
        "also then later now next finally just only already still been be so when did today yesterday another first");

    public static bool IsVerb(string word) =>
        Holds.Contains(word) || Gains.Contains(word) || Losses.Contains(word) || Payments.Contains(word);
}
