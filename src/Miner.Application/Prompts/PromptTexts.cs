using System.Reflection;
using Miner.Domain.Components;

namespace Miner.Application.Prompts;

/// <summary>The instructions that each component gives to a model: the text files of this folder, embedded.</summary>
internal static class PromptTexts
{
    private static readonly string AnswerFormat = Read("answer_format");

    private static readonly Dictionary<Component, string> Instructions = new()
    {
        [Component.Complete] = WithAnswerFormat(Component.Complete),
        [Component.Refine] = WithAnswerFormat(Component.Refine),
        [Component.Feedback] = WithAnswerFormat(Component.Feedback),
        [Component.Summary] = WithAnswerFormat(Component.Summary),
        [Component.Aggregate] = WithAnswerFormat(Component.Aggregate),
        [Component.HumanFeedback] = Read(Component.HumanFeedback.Name()),
    };

    /// <summary>What a model is told whose arithmetic is wrong; the equations follow.</summary>
    public static string Recheck { get; } = Read("recheck");

    /// <summary>What a model is told whose samples do not agree; the candidates follow.</summary>
    public static string Fusion { get; } = Read("fusion");

    /// <summary>What the system message says to a model that works as <paramref name="component"/>.</summary>
    public static string For(Component component) => Instructions[component];

    private static string WithAnswerFormat(Component component) => $"{Read(component.Name())}\n\n{AnswerFormat}";

    private static string Read(string name)
    {
        var resource = $"{typeof(PromptTexts).Namespace}.{name}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded prompt '{resource}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
