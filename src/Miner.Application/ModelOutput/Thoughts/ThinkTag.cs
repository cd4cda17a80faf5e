namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>What a tag does to the text around it.</summary>
internal enum ThinkTagKind
{
    /// <summary>A thought begins.</summary>
    Opening,

    /// <summary>A thought ends; where none began, all before it was one: chat templates put the opening tag into the prompt.</summary>
    Closing,

    /// <summary>A thought ends where one began; else a mark that frames the answer and is none of it.</summary>
    Mark,
}

/// <summary>A tag by which a model tells what it thinks from what it answers.</summary>
/// <param name="Name">What its partner is called, too; the tags of channels have one name for all.</param>
/// <param name="Start">Its first index.</param>
/// <param name="End">The first index after it.</param>
/// <param name="ThoughtEnd">
/// For one that opens, the first index after the tag that closes its thought; -1 when nothing does, as when the tokens ran out.
/// </param>
internal readonly record struct ThinkTag(ThinkTagKind Kind, string Name, int Start, int End, int ThoughtEnd = -1);
