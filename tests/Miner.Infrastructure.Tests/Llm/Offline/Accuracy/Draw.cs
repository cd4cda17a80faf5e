using System.Globalization;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

/// <summary>Numbers and wordings by chance, the same in every run.</summary>
internal sealed class Draw(int seed)
{
    private static readonly string[] Askings = ["What is {0}?", "Calculate {0}.", "{0}", "Compute {0}", "How much is {0}?", "Please evaluate {0}", "{0} = ?"];

    private readonly Random _random = new(seed);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>As <see cref="Between"/>, with <paramref name="most"/> in place of zero.</summary>
    public int NotZero(int least, int most) => Between(least, most) is not 0 and var value ? value : most;

    public int[] List(int count, int least, int most) => [.. Enumerable.Range(0, count).Select(_ => Between(least, most))];

    public T Of<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>One of <paramref name="wordings"/>, parted by <c>|</c>, with the values in place of <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public string Say(string wordings, params object[] values) => string.Format(CultureInfo.InvariantCulture, Of(wordings.Split('|')), values);

    /// <summary>Asks for the value of a formula.</summary>
    public string Ask(string formula) => string.Format(CultureInfo.InvariantCulture, Of(Askings), formula);

    /// <summary><c>+ 3</c> or <c>- 3</c>.</summary>
    public static string Signed(int value) => value < 0 ? $"- {-value}" : $"+ {value}";
}
