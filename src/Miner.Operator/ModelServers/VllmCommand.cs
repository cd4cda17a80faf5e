using System.Globalization;

namespace Miner.Operator.ModelServers;

/// <summary>
/// The arguments of <c>vllm serve</c> (docs.vllm.ai, "CLI Reference"): one GPU, prompts and answers of 8,192 tokens together, nine tenths
/// of the GPU's memory, reachable from this machine alone.
/// </summary>
internal static class VllmCommand
{
    public const string Program = "vllm";
    public const string DockerProgram = "docker";

    private const string Image = "vllm/vllm-openai:latest";
    private const int PortInContainer = 8000;
    private const string ModelCache = ".cache/huggingface";

    /// <summary>Words in the names of models, and the method that they stand for with the fastest kernels.</summary>
    private static readonly (string Word, string Method)[] Quantizations = [("awq", "awq_marlin"), ("gptq", "gptq_marlin")];

    public static IReadOnlyList<string> Local(VllmOptions options) => [Program, .. Serve(options, "127.0.0.1", options.Port)];

    /// <summary>Keys reach the container by name, from the environment of the command.</summary>
    /// <param name="home">Where models that were loaded before are kept, as <c>vllm</c> itself keeps them.</param>
    public static IReadOnlyList<string> Docker(VllmOptions options, string home) =>
    [
        DockerProgram, "run", "--rm", "--init", "--gpus", "all", "--ipc", "host",
        "--publish", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{options.Port}:{PortInContainer}"),
        "--volume", $"{Path.Combine(home, ModelCache)}:/root/{ModelCache}",
        "--env", "HF_TOKEN", "--env", "VLLM_API_KEY",
        // Older images start another program, which takes the model by an option.
        "--entrypoint", Program, Image,
        .. Serve(options, "0.0.0.0", PortInContainer),
    ];

    private static IEnumerable<string> Serve(VllmOptions options, string host, int port) =>
    [
        "serve", options.Model,
        "--host", host,
        "--port", port.ToString(CultureInfo.InvariantCulture),
        "--max-model-len", "8192",
        "--gpu-memory-utilization", "0.9",
        .. Quantization(options.Model) is { } method ? new[] { "--quantization", method } : [],
        .. options.Extra,
    ];

    /// <summary>
    /// Null where vLLM finds the method in the model's own configuration: models named FP8 or INT8 come in several formats, and one that
    /// differs from the argument is refused.
    /// </summary>
    private static string? Quantization(string model)
    {
        var words = model.Split(['/', '-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        return Quantizations.FirstOrDefault(quantization => words.Contains(quantization.Word, StringComparer.OrdinalIgnoreCase)).Method;
    }
}
