using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>What the parts of a question are, as a <see cref="QuestionForm"/> names them.</summary>
internal sealed class Reading(Question question, Match match)
{
    public bool Has(string name) => match.Groups[name].Success;

    /// <summary>The words under a name, in lower case; empty where there are none.</summary>
    public string Words(string name) => match.Groups[name].Value;

    /// <summary>The formulas under a name, in order; none where the name was not used.</summary>
    public IReadOnlyList<string> Formulas(string name)
    {
        var group = match.Groups[name];
        if (!group.Success) return [];
        var before = match.Value.AsSpan(0, group.Index).Count('#');
        return [.. question.Formulas.Skip(before).Take(group.ValueSpan.Count('#'))];
    }

    public string Formula(string name) => Formulas(name)[0];

    public Rational? Value(string name) => Values.Of(Formulas(name)) is [var value] ? value : null;

    /// <summary>A single letter under a name.</summary>
    public bool TryVariable(string name, [NotNullWhen(true)] out string? variable)
    {
        variable = Has(name) && Expression.TryParse(Formula(name), out var read) && read is Symbol symbol && read.Variables().Count == 1
            ? symbol.Name
            : null;
        return variable is not null;
    }
}
