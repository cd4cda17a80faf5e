using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Miner.Api.Settings;
using Miner.Infrastructure.Llm;
using Miner.Operator.ModelServers;

namespace Miner.Api.Cli;

/// <summary><c>vllm</c>: start a vLLM server for the configured model, and say when it answers.</summary>
internal sealed class VllmVerb : Verb
{
    private readonly Option<string> _model = new("--model") { HelpName = "NAME", Description = "The model; by default VLLM_MODEL." };

    private readonly Option<int> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "The port to listen on.",
        DefaultValueFactory = _ => 8000,
        CustomParser = WholeNumber(1, 65_535),
    };

    private readonly Option<bool> _print = new("--print") { Description = "Only print the command that would be run." };

    private readonly Argument<string[]> _extra = new("arguments")
    {
        Description = "Given to vllm as they are, after --.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public VllmVerb()
        : base(
            "vllm",
            "Start a vLLM server for the configured model.",
            """
            Runs vllm where it is installed, else its image in Docker, and says when it answers and which settings the miner needs. It
            listens on 127.0.0.1 and asks for VLLM_API_KEY where that is set; HF_TOKEN opens models that need an account. Ctrl-C ends it.
            """,
            "vllm",
            "vllm --model Qwen/Qwen2.5-7B-Instruct-AWQ --port 8002",
            "vllm --print",
            "vllm -- --tensor-parallel-size 2")
    {
        _model.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not [not '-', ..]) result.AddError("--model must be a model's name or folder.");
        });
        foreach (var option in new Option[] { _model, _port, _print }) Options.Add(option);
        Arguments.Add(_extra);
        SetAction(StartAsync);
    }

    /// <summary>What would go to vllm although it does not stand after --: a mistyped option, most likely.</summary>
    public static IEnumerable<string> Misplaced(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not VllmVerb verb) return [];

        var given = parsed.GetValue(verb._extra) ?? [];
        var allowed = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        return given.Take(given.Length - allowed);
    }

    private async Task<int> StartAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        var options = Read(parsed);
        var launcher = new VllmLauncher(TimeProvider.System);
        await output.WriteLineAsync(ShellWords.Join(launcher.Command(options)));
        if (parsed.GetValue(_print)) return await HintAtKeyAsync(options);

        await using var server = launcher.Start(options);
        var models = await server.WaitUntilItAnswersAsync(cancellationToken);
        if (models is not null) await output.WriteLineAsync(Announcement(options, models));
        var status = await server.Ended.WaitAsync(cancellationToken);
        await Console.Error.WriteLineAsync(
            $"vLLM ended with status {status}{(models is null ? " before it answered; what it wrote above says why." : ".")}");
        return status == 0 && models is not null ? 0 : 1;
    }

    private VllmOptions Read(ParseResult parsed)
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        return new VllmOptions(
            parsed.GetValue(_model) ?? reader.Text("VLLM_MODEL", ChatModelOptions.Vllm.Model),
            parsed.GetValue(_port),
            reader.Secret("VLLM_API_KEY"),
            parsed.GetValue(_extra) ?? []);
    }

    private static async Task<int> HintAtKeyAsync(VllmOptions options)
    {
        if (options.ApiKey is not null)
            await Console.Error.WriteLineAsync("The server asks for VLLM_API_KEY when that is in the environment of the command.");
        return 0;
    }

    private static string Announcement(VllmOptions options, IReadOnlyList<string> models) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        vLLM answers. The miner's settings for it{(options.ApiKey is null ? "" : ", besides VLLM_API_KEY")}:

        LLM_PROVIDER=vllm
        VLLM_BASE_URL=http://127.0.0.1:{options.Port}/v1
        VLLM_MODEL={TerminalText.Line(models is [var first, ..] ? first : options.Model)}

        """);
}
