namespace Miner.Mathematics.Expressions;

/// <summary>
/// The words that a formula may hold; every other run of letters makes it a text. <c>log</c> without a base is to base ten, as on
/// calculators and in school books, and never <c>ln</c>, which is to base e; <c>lg</c> is <c>log</c> (ISO 80000-2).
/// </summary>
internal static class FunctionNames
{
    private static readonly HashSet<string> Known =
    [
        "sqrt", "cbrt", "root", "abs", "floor", "ceil", "binom", "ln", "log", "exp",
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
        "min", "max", "gcd", "lcm", "∑", "∏", "∫", "lim",
    ];

    // Letters that are written before a parenthesis far more often as functions than as factors.
    private static readonly HashSet<string> Letters = ["f", "g", "h", "F", "G", "H", "P"];

    public static bool IsFunction(string name) => Known.Contains(Base(name));

    public static bool IsFunctionLetter(string name) => Letters.Contains(Base(name).TrimEnd('\''));

    /// <summary>Whether a comma in its argument separates, so that none marks thousands there.</summary>
    public static bool TakesList(string name) => name is "min" or "max" or "gcd" or "lcm";

    public static bool IsRoot(string name) => name is "sqrt" or "cbrt";

    public static bool IsConstant(string name) => name is "pi" or "π" or "∞" or "infinity" or "inf" or "oo";

    /// <summary>Whether a run of letters is no text. Lower case, but for a constant as it was written.</summary>
    public static bool IsName(string letters) => IsFunction(letters) || IsConstant(letters);

    private static string Base(string name) => name.Split('_', 2)[0];
}
