using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>How long prompt and answer may be together, as an upstream says it when it refuses a request.</summary>
/// <param name="Tokens">The limit, or null where it only says that there is one.</param>
/// <param name="PromptTokens">What the prompt came to, or null where it does not say.</param>
internal sealed partial record ContextLimit(int? Tokens, int? PromptTokens)
{
    /// <summary>The most tokens of an answer, however long the prompt is, where the refusal is about that.</summary>
    public int? AnswerTokens { get; private init; }

    private static readonly string[] Codes = ["context_length_exceeded", "exceed_context_size_error", "context_window_exceeded"];

    /// <returns>Null where <paramref name="error"/> is about something else.</returns>
    public static ContextLimit? Read(UpstreamError error)
    {
        if (error.Number("n_ctx") is { } context) return new ContextLimit(context, error.Number("n_prompt_tokens"));

        var words = error.Words;
        if (AnswerLimit().Match(words) is { Success: true } answer) return new ContextLimit(null, null) { AnswerTokens = Group(answer) };

        var limit = Limit().Match(words);
        if (!limit.Success) return Codes.Any(error.Names) || TooLong().IsMatch(words) ? new ContextLimit(null, null) : null;
        return new ContextLimit(Group(limit), Prompt().Match(words) is { Success: true } prompt ? Group(prompt) : null);
    }

    private static int? Group(Match match) =>
        match.Groups.Values.Skip(1).First(group => group.Success).Value.Replace(",", "", StringComparison.Ordinal) is var digits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
            ? tokens
            : null;

    // OpenAI; Anthropic; DeepSeek; Groq.
    [GeneratedRegex(
        """
        supports\ at\ most\ ([\d,]{1,12})\ completion\ tokens
        | max_tokens:\ [\d,]{1,12}\ >\ ([\d,]{1,12})
        | valid\ range\ of\ max_(?:completion_)?tokens\ is\ \[\d{1,12},\ ?([\d,]{1,12})\]
        | max_(?:completion_)?tokens`\ must\ be\ less\ than\ or\ equal\ to\ `?([\d,]{1,12})
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AnswerLimit();

    // OpenAI, OpenRouter, SGLang and vLLM; vLLM of late; llama.cpp; Anthropic, for a prompt alone and for prompt and answer;
    // text-generation-inference; Mistral; Gemini; SGLang, for a prompt alone.
    [GeneratedRegex(
        """
        maximum\ context\ length\ (?:is|of)\ (?:only\ )?([\d,]{1,12})
        | context\ length\ is\ only\ ([\d,]{1,12})
        | context\ size\ \(([\d,]{1,12})\ tokens\)
        | [\d,]{1,12}\ tokens\ >\ ([\d,]{1,12})\ maximum
        | exceed\ context\ limit:\ [\d,]{1,12}\ \+\ [\d,]{1,12}\ >\ ([\d,]{1,12})
        | max_new_tokens`\ must\ be\ <=\ ([\d,]{1,12})
        | model\ with\ ([\d,]{1,12})\ maximum\ context\ length
        | number\ of\ tokens\ allowed\ \(([\d,]{1,12})\)
        | model's\ context\ length\ \(([\d,]{1,12})\ tokens\)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Limit();

    [GeneratedRegex(
        """
        \(([\d,]{1,12})\ in\ the\ messages
        | \(([\d,]{1,12})\ of\ text\ input
        | has\ (?:at\ least\ )?([\d,]{1,12})\ input\ tokens
        | passed\ (?:at\ least\ )?([\d,]{1,12})\ input\ tokens
        | messages\ resulted\ in\ ([\d,]{1,12})\ tokens
        | request\ \(([\d,]{1,12})\ tokens\)
        | ([\d,]{1,12})\ tokens\ >\ [\d,]{1,12}\ maximum
        | exceed\ context\ limit:\ ([\d,]{1,12})\ \+
        | ([\d,]{1,12})\ tokens\ from\ the\ input
        | given:\ ([\d,]{1,12})\ `inputs`
        | prompt\ contains\ ([\d,]{1,12})\ tokens
        | input\ token\ count\ \(([\d,]{1,12})\)
        | input\ \(([\d,]{1,12})\ tokens\)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Prompt();

    [GeneratedRegex(
        "prompt is too long|exceeds the available context size|context window", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooLong();
}
