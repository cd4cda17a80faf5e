using System.Globalization;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Draws the numbers and wordings of problems.</summary>
internal sealed class ProblemDraw(ulong seed)
{
    private const string Askings =
        "What is {0}?|Calculate {0}.|{0}|Compute {0}|How much is {0}?|Please evaluate {0}|{0} = ?|Work out {0}.|Find the value of {0}.|"
        + "Can you tell me what {0} is?|what's {0}|Hi! I need the result of {0}, please.|Determine {0}";

    private readonly SplitMix64 _random = new(seed);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + _random.Below(most - least + 1);

    /// <summary>As <see cref="Between"/>, and never zero.</summary>
    public int NotZero(int least, int most)
    {
        int value;
        do value = Between(least, most); while (value == 0);
        return value;
    }

    public int[] List(int count, int least, int most) => [.. Enumerable.Range(0, count).Select(_ => Between(least, most))];

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Below(choices.Length)];

    /// <summary>
    /// One of <paramref name="wordings"/>, parted by <c>|</c>, with the values in place of <c>{0}</c>, <c>{1}</c> and so on.
    /// </summary>
    public string Say(string wordings, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Of<string>(wordings.Split('|')), values);

    /// <summary>Asks for the value of a formula.</summary>
    public string Ask(string formula) => Say(Askings, formula);
}
