using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Miner.Operator.Files;

namespace Miner.Api.Cli;

/// <summary>Asks for a secret on standard error, so that standard output stays a verb's own.</summary>
internal static class SecretPrompt
{
    /// <summary>Many times what a key or a password takes, in bytes; what is longer is cut.</summary>
    private const int MaxLength = 4_096;

    /// <summary>What was typed, without showing it; the first line where the input is redirected. Empty at its end.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C was typed.</exception>
    public static string Read(string question)
    {
        using var secret = ReadBytes(question);
        return Encoding.UTF8.GetString(secret.Span);
    }

    /// <summary>The same as UTF-8, which can be wiped.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C was typed.</exception>
    public static SecretBytes ReadBytes(string question)
    {
        if (Console.IsInputRedirected)
        {
            using var input = Console.OpenStandardInput();
            return ReadLine(input);
        }

        Console.Error.Write(question);
        // Else Ctrl-C would wait for the key that is being waited for.
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadKeys();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    /// <summary>The first line of <paramref name="stream"/> as it stands there, without its end.</summary>
    public static SecretBytes ReadLine(Stream stream)
    {
        var line = new SecretBytes(MaxLength);
        var length = 0;
        // One by one, so that nothing stays in a buffer that is not wiped.
        while (length < MaxLength && stream.Read(line.Span.Slice(length, 1)) == 1 && line.Span[length] != '\n') length++;
        if (length > 0 && line.Span[length - 1] == '\r') length--;
        line.Truncate(length);
        return line;
    }

    private static SecretBytes ReadKeys()
    {
        var typed = GC.AllocateArray<char>(MaxLength, pinned: true);
        var length = 0;
        try
        {
            while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            {
                if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }) throw new OperationCanceledException();
                if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control }) break;
                if (key.Key == ConsoleKey.Backspace) length = Math.Max(0, length - 1);
                else if (!char.IsControl(key.KeyChar) && length < MaxLength) typed[length++] = key.KeyChar;
            }

            var secret = new SecretBytes(Encoding.UTF8.GetByteCount(typed, 0, length));
            Encoding.UTF8.GetBytes(typed.AsSpan(0, length), secret.Span);
            return secret;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(typed.AsSpan()));
        }
    }
}
