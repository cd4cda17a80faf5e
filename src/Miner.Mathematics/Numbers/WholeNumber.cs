using System.Globalization;
using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>Whole numbers as callers and forms write them.</summary>
public static class WholeNumber
{
    /// <summary>Digits alone, and a sign where <paramref name="styles"/> allow it; .NET itself ignores NULs behind a number.</summary>
    public static bool TryRead<T>(string? text, NumberStyles styles, out T number)
        where T : struct, IBinaryInteger<T>
    {
        number = default;
        return text is not null && !text.EndsWith('\0') && T.TryParse(text, styles, CultureInfo.InvariantCulture, out number);
    }
}
