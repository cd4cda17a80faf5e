using System.Reflection;
using Miner.Application.ModelOutput;
using Miner.Domain.Components;

namespace Miner.Application.Prompts;

/// <summary>The instructions that each component gives to a model: the text files of this folder, embedded.</summary>
internal static class PromptTexts
{
    private static readonly Dictionary<AnswerStyle, string> Styles = new()
    {
        [AnswerStyle.Fields] = Read("answer_fields"),
        [AnswerStyle.WorkingThenFields] = Read("answer_working"),
        [AnswerStyle.Text] = Read("answer_text"),
    };

    private static readonly string Messages = Read("messages");

    private static readonly Dictionary<(Component, AnswerStyle), string> Instructions = Styles.Keys
        .SelectMany(style => ComponentsWithOutputs.Select(component => (component, style)))
        .ToDictionary(key => key, key => $"{Read(key.component.Name())}\n\n{Styles[key.style]}\n\n{Messages}");

    private static readonly string HumanFeedback = Read(Component.HumanFeedback.Name());

    private static IEnumerable<Component> ComponentsWithOutputs =>
        [Component.Complete, Component.Refine, Component.Feedback, Component.Summary, Component.Aggregate];

    /// <summary>What a model is told whose arithmetic is wrong; the equations follow.</summary>
    public static string Recheck { get; } = Read("recheck");

    /// <summary>What a model is told whose samples do not agree; the candidates follow.</summary>
    public static string Fusion { get; } = Read("fusion");

    /// <summary>What the system message says to a model that works as <paramref name="component"/>.</summary>
    /// <param name="style">In which form the model is to answer; <see cref="Component.HumanFeedback"/> has a form of its own.</param>
    public static string For(Component component, AnswerStyle style) =>
        component == Component.HumanFeedback ? HumanFeedback : Instructions[(component, style)];

    private static string Read(string name)
    {
        var resource = $"{typeof(PromptTexts).Namespace}.{name}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded prompt '{resource}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
