namespace Miner.Benchmarks;

/// <summary>Replies as models write them to one question.</summary>
internal static class Solutions
{
    public const string Question = "A rectangle is twice as long as it is wide and its area is 98 square metres. How long is its diagonal?";

    private static readonly string[] Endings =
    [
        @"So the diagonal is $\boxed{7\sqrt{5}}$ metres.",
        "**Final Answer:** sqrt(245) m",
        "The answer is 15.652475842498529 metres.",
        "#### 7√5",
        @"Therefore \[ d = \sqrt{7^2 + 14^2} = 7\sqrt{5} \]",
        "The diagonal is approximately 15.65 metres.",
        @"$\boxed{21}$",
        "So the answer is $7 \\cdot \\sqrt 5$.",
    ];

    /// <summary>Eight worked solutions; one is wrong.</summary>
    public static IReadOnlyList<string> Eight { get; } = [.. Endings.Select(ending =>
        $"""
        Let the width be $w$. Then the length is $2w$, and the area gives $2w^2 = 98$, so $w^2 = 49$ and $w = 7$.
        The length is therefore $2 \cdot 7 = 14$. By Pythagoras, $d^2 = 7^2 + 14^2 = 49 + 196 = 245$.

        {ending}
        """)];
}
