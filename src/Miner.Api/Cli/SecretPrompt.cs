using System.Text;

namespace Miner.Api.Cli;

/// <summary>Asks for a secret on standard error, so that standard output stays a verb's own.</summary>
internal static class SecretPrompt
{
    /// <summary>What was typed, without showing it; the first line where the input is redirected. Empty at its end.</summary>
    public static string Read(string question)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? "";

        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
