using System.Text.RegularExpressions;
using Miner.Operator;

namespace Miner.Api.Cli;

/// <summary>
/// Scripts that pass what stands before the cursor to the parser's own <c>[suggest:POSITION]</c>. Options are offered once a hyphen is
/// typed, else only what is none, and never in Windows' form; nothing that is offered is run or expanded by the shell.
/// </summary>
internal static partial class CompletionScript
{
    private const string Bash = """
        # bash completion for PROGRAM
        FUNCTION() {
            local before=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} each
            before=${before#* }
            COMPREPLY=()
            while IFS= read -r each; do
                [[ $each == /* || ( $word != -* && $each == -* ) ]] && continue
                [[ $each == "$word"* ]] && COMPREPLY+=("$each")
            done < <("$1" "[suggest:${#before}]" "$before" 2>/dev/null)
        }
        complete -o default -F FUNCTION PROGRAM

        """;

    private const string Zsh = """
        #compdef PROGRAM
        FUNCTION() {
            local before="${(j: :)words[2,CURRENT]}" each
            local -a offered
            for each in "${(@f)$("${words[1]}" "[suggest:${#before}]" "$before" 2>/dev/null)}"; do
                [[ -z $each || $each == /* || ( ${words[CURRENT]} != -* && $each == -* ) ]] || offered+=("$each")
            done
            if (( ${#offered} )); then compadd -a offered; else _files; fi
        }
        if [[ $funcstack[1] == _PROGRAM ]]; then FUNCTION "$@"; else compdef FUNCTION PROGRAM; fi

        """;

    private const string Fish = """
        # fish completion for PROGRAM
        function FUNCTION
            set -l program (commandline -opc)[1]
            set -l word (commandline -ct)
            set -l before (commandline -cp | string replace -r '^\s*\S+\s?' '')
            set -l offered
            for each in ($program "[suggest:"(string length -- "$before")"]" "$before" 2>/dev/null)
                string match -qr -- '^(/|$)' $each; and continue
                string match -q -- '-*' $each; and not string match -q -- '-*' $word; and continue
                set -a offered $each
            end
            if count $offered >/dev/null
                printf '%s\n' $offered
            else
                __fish_complete_path $word
            end
        end
        complete -c PROGRAM -f -a '(FUNCTION)'

        """;

    private static readonly Dictionary<string, string> Scripts = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish };

    public static IEnumerable<string> Shells => Scripts.Keys;

    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="program">The name that is typed.</param>
    /// <exception cref="OperatorException">A shell would see more in the name than its characters.</exception>
    public static string For(string shell, string program) => PlainName.IsMatch(program)
        ? Scripts[shell]
            .Replace("FUNCTION", $"_complete_{NoWord.Replace(program, "_")}", StringComparison.Ordinal)
            .Replace("PROGRAM", program, StringComparison.Ordinal)
        : throw new OperatorException(
            "A program with such a name cannot be completed: name it with letters, digits, dots, hyphens and underscores.");

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_.-]*\z")]
    private static partial Regex PlainName { get; }

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NoWord { get; }
}
