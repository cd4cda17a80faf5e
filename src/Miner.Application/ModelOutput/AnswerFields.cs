using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput;

/// <summary>How sure it is that an object is the answer, the surest last.</summary>
internal enum AnswerForm
{
    /// <summary>The two fields with nothing in them: an echo of the form that was asked for.</summary>
    Placeholder,

    /// <summary>One field under a name that other objects have too.</summary>
    Alias,

    /// <summary>A field under another name beside a notebook.</summary>
    AliasWithNotebook,

    /// <summary><c>immediate_response</c> itself.</summary>
    Named,
}

/// <summary>The two fields of an answer, wherever an object has them.</summary>
internal sealed record AnswerFields(JsonTree? Response, JsonTree? Notebook, AnswerForm Form)
{
    public const string ResponseName = "immediate_response";
    public const string NotebookName = "notebook";

    private const string WrapperName = "output";
    private const int MaxWrappers = 3;

    private static readonly string[] ResponseAliases = ["response", "answer", "text", WrapperName, "final_answer"];

    // Other objects have these too, so nothing but the working may stand beside them.
    private static readonly string[] LoneAliases = ["result", "solution"];

    private static readonly string[] WorkingNames =
    [
        "explanation",
        "reasoning",
        "rationale",
        "justification",
        "analysis",
        "derivation",
        "calculation",
        "working",
        "work",
        "steps",
        "solution",
    ];

    private static readonly string[] Placeholders = ["...", "…", "string", "<string>"];
    private static readonly string[] SchemaTypes = ["string", "object", "array", "number", "integer", "boolean", "null"];

    /// <summary>The fields of <paramref name="tree"/>, or null when it has none.</summary>
    public static AnswerFields? Find(JsonTree tree)
    {
        if (tree is not JsonTree.Object answer) return null;
        var notebook = Search(answer, NotebookName, MaxWrappers);
        var response = Search(answer, ResponseName, MaxWrappers);
        if (response is not null)
            return new AnswerFields(response, notebook, IsPlaceholder(response) ? AnswerForm.Placeholder : AnswerForm.Named);
        response = Alias(answer) ?? (answer.Member(WrapperName) is JsonTree.Object output ? Alias(output) : null);
        if (notebook is null) return response is null ? null : new AnswerFields(response, null, AnswerForm.Alias);
        response ??= OnlyText(answer) ?? (Holder(answer, notebook, MaxWrappers) is { } holder ? Beside(holder) : null);
        return new AnswerFields(response, notebook, response is null ? AnswerForm.Alias : AnswerForm.AliasWithNotebook);
    }

    /// <summary>
    /// Whether <paramref name="text"/> is an object from the response's name on: a model was given, or forgot, the brace before it.
    /// </summary>
    public static bool LackBrace(string text)
    {
        var rest = text.AsSpan().TrimStart("\"'");
        if (!rest.StartsWith(ResponseName, StringComparison.OrdinalIgnoreCase)) return false;
        rest = rest[ResponseName.Length..].TrimStart("\"'").TrimStart();
        return rest is [':', ..] && rest[1..].TrimStart() is ['"' or '\'' or '{' or '[', ..];
    }

    /// <summary>
    /// Whether <paramref name="text"/> is an object that was cut off before or within its first name, and so says nothing.
    /// </summary>
    public static bool AreCut(string text)
    {
        if (!text.StartsWith('{')) return false;
        var name = text.AsSpan(1).Trim();
        if (name.IsEmpty) return true;
        return name[0] == '"' && (ResponseName.AsSpan().StartsWith(name[1..]) || NotebookName.AsSpan().StartsWith(name[1..]));
    }

    /// <summary>Whether <paramref name="tree"/> is the schema that was asked for, in whole or no more than its properties.</summary>
    public static bool AreSchema(JsonTree tree) =>
        tree is JsonTree.Object schema
        && ((schema.Member(ResponseName) ?? schema.Member(NotebookName)) is { } field ? IsSchema(field)
            : schema.Member("properties") is { } properties && AreSchema(properties));

    /// <summary>Without a response of brackets that the end of the text left empty.</summary>
    public AnswerFields WithoutEmpty() => Response is { } response && IsEmpty(response) ? this with { Response = null } : this;

    private static bool IsEmpty(JsonTree value) => value switch
    {
        JsonTree.Object { Members: var members } => members.All(member => IsEmpty(member.Value)),
        JsonTree.Array { Items: var items } => items.All(IsEmpty),
        JsonTree.Text or JsonTree.Number or JsonTree.Boolean => false,
        _ => true,
    };

    /// <summary>The shallowest member called <paramref name="name"/>, but none of a notebook's own.</summary>
    private static JsonTree? Search(JsonTree.Object tree, string name, int wrappers)
    {
        if (tree.Member(name) is { } value) return IsSchema(value) ? (value as JsonTree.Object)?.Member("value") : value;
        if (wrappers == 0) return null;
        return tree.Members
            .Where(member => !JsonNames.Are(member.Key, NotebookName))
            .Select(member => Unwrap(member.Value) is { } inner ? Search(inner, name, wrappers - 1) : null)
            .FirstOrDefault(found => found is not null);
    }

    // The arguments of a tool call are an object inside a string.
    private static JsonTree.Object? Unwrap(JsonTree value) => value switch
    {
        JsonTree.Object inner => inner,
        JsonTree.Text { Value: var text } when text.AsSpan().TrimStart().StartsWith('{')
            && text.Contains(ResponseName, StringComparison.OrdinalIgnoreCase) => StrictJson.Parse(text) as JsonTree.Object,
        _ => null,
    };

    /// <summary>The response under another name, with its working where that is a member of its own.</summary>
    private static JsonTree? Alias(JsonTree.Object tree)
    {
        var response = ResponseAliases.Select(tree.Member).FirstOrDefault(IsPlain) ?? LoneAlias(tree);
        return response is null ? null : WithWorking(tree, response);
    }

    private static JsonTree? LoneAlias(JsonTree.Object tree) =>
        tree.Members.All(member =>
            IsOneOf(member.Key, LoneAliases) || IsOneOf(member.Key, WorkingNames) || JsonNames.Are(member.Key, NotebookName))
            ? LoneAliases.Select(tree.Member).FirstOrDefault(IsPlain)
            : null;

    /// <summary>The working and then the answer, in whatever order they came: the last number of a text is taken for its answer.</summary>
    private static JsonTree WithWorking(JsonTree.Object tree, JsonTree response)
    {
        var working = tree.Members
            .Where(member => IsOneOf(member.Key, WorkingNames) && IsProse(member.Value) && !ReferenceEquals(member.Value, response))
            .Select(member => member.Value)
            .ToList();
        return working.Count == 0
            ? response
            : new JsonTree.Text(string.Join("\n\n", working.Append(response).Select(FieldText.Response)));
    }

    private static bool IsOneOf(string name, string[] names) => names.Any(expected => JsonNames.Are(name, expected));

    private static bool IsPlain(JsonTree? value) => value is not null and not JsonTree.Object;

    private static bool IsProse(JsonTree value) => value switch
    {
        JsonTree.Text { Value: var text } => !string.IsNullOrWhiteSpace(text),
        JsonTree.Array { Items: var items } => items.Count > 0 && items.All(item => item is JsonTree.Text),
        _ => false,
    };

    /// <summary>The object that has <paramref name="notebook"/> as a member.</summary>
    private static JsonTree.Object? Holder(JsonTree.Object tree, JsonTree notebook, int wrappers) =>
        tree.Members.Any(member => ReferenceEquals(member.Value, notebook)) ? tree
        : wrappers == 0 ? null
        : tree.Members.Select(member => Unwrap(member.Value) is { } inner ? Holder(inner, notebook, wrappers - 1) : null)
            .FirstOrDefault(found => found is not null);

    /// <summary>The response beside a notebook, which may be an object with nothing but a text.</summary>
    private static JsonTree? Beside(JsonTree.Object holder) =>
        Alias(holder) ?? OnlyText(holder)
        ?? ResponseAliases.Select(holder.Member).FirstOrDefault(value => value is JsonTree.Object { Members: [{ Value: JsonTree.Text }] });

    private static JsonTree.Text? OnlyText(JsonTree.Object tree)
    {
        var texts = tree.Members
            .Where(member => !JsonNames.Are(member.Key, NotebookName))
            .Select(member => member.Value)
            .OfType<JsonTree.Text>()
            .Take(2)
            .ToList();
        return texts.Count == 1 ? texts[0] : null;
    }

    private static bool IsSchema(JsonTree value) =>
        value is JsonTree.Object schema && schema.Member("type") is JsonTree.Text { Value: var type } && SchemaTypes.Contains(type);

    private static bool IsPlaceholder(JsonTree response) =>
        response is JsonTree.Text { Value: var text } && Placeholders.Contains(text.Trim());
}
