namespace Miner.Application.Ports;

/// <summary>A function that a model may call while it answers.</summary>
/// <param name="Name">Letters, digits, <c>_</c> and <c>-</c>, at most 64.</param>
/// <param name="Description">What it does and when to call it, for the model.</param>
/// <param name="Parameters">The JSON schema of its arguments, as JSON text.</param>
public sealed record ChatTool(string Name, string Description, string Parameters);

/// <summary>A model's call of a tool, as it sent it: nothing of it need make sense.</summary>
/// <param name="Id">Names the call among those of its answer; empty where the upstream gave none.</param>
/// <param name="Name">The tool's.</param>
/// <param name="Arguments">A JSON object as text, if the model kept to that.</param>
public sealed record ToolCall(string Id, string Name, string Arguments);

/// <param name="Result">What the model is told: a result, or what is wrong with the call.</param>
public sealed record AnsweredCall(ToolCall Call, string Result);

/// <summary>The calls of one of a model's answers, with what came of each.</summary>
/// <param name="Text">What the model said beside them; empty where it said nothing.</param>
public sealed record ToolRound(string Text, IReadOnlyList<AnsweredCall> Calls);
