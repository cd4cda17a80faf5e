using BenchmarkDotNet.Attributes;
using Miner.Application.ModelOutput;
using Miner.Domain.Components;

namespace Miner.Benchmarks;

/// <summary>Reading a component's answer out of what a model sent.</summary>
public class ParseBenchmarks
{
    private static readonly string Notebook = string.Join("\\n", Enumerable.Range(0, 200).Select(i => $"line_{i} = compute({i})"));

    private static readonly string Strict =
        $$"""{"immediate_response": "The total is 42, because 6 * 7 = 42.", "notebook": "{{Notebook}}"}""";

    private static readonly string Fenced =
        $"<think>The user wants {{\"a\": 1}} as JSON.</think>\nHere it is:\n\n```json\n{Strict}\n```\nIs there anything else?";

    // Line breaks inside strings, quotes that nothing escapes, a comma too many and an end that never came.
    private static readonly string Broken = "{'immediate_response': \"He said \"42\",\nas 6 * 7 = 42.\", \"notebook\": \""
        + Notebook.Replace("\\n", "\n", StringComparison.Ordinal) + "\",,";

    private static readonly string Plain = "The answer is 42. " + string.Concat(Enumerable.Repeat("It follows from 6 * 7 = 42. ", 200));

    /// <summary>What is not read would be measured as read quickly.</summary>
    [GlobalSetup]
    public void RequireAnswers()
    {
        string[] texts = [Strict, Fenced, Broken, Plain];
        if (!Array.TrueForAll(texts, text => AnswerReader.Read(text)?.ImmediateResponse.Contains("42", StringComparison.Ordinal) is true))
            throw new InvalidOperationException("A text was not read.");
        if (AnswerReader.Read(Broken)!.Notebook.Length < 200) throw new InvalidOperationException("The notebook was not read.");
    }

    /// <summary>What the model was asked for.</summary>
    [Benchmark(Baseline = true)]
    public ComponentOutput? StrictJson() => AnswerReader.Read(Strict);

    /// <summary>The same among thoughts, a code fence and pleasantries.</summary>
    [Benchmark]
    public ComponentOutput? FencedJson() => AnswerReader.Read(Fenced);

    /// <summary>JSON that only a tolerant reader reads.</summary>
    [Benchmark]
    public ComponentOutput? BrokenJson() => AnswerReader.Read(Broken);

    /// <summary>No JSON at all.</summary>
    [Benchmark]
    public ComponentOutput? PlainText() => AnswerReader.Read(Plain);
}
