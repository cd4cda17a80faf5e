using Miner.Operator.ModelServers;

namespace Miner.Operator.Tests.ModelServers;

[TestFixture]
internal sealed class VllmCommandTests
{
    [Test]
    public void Local_ListensOnThisMachineAlone() => Assert.That(
            string.Join(' ', VllmCommand.Local(Options("some/model", 8123, "--tensor-parallel-size", "2"))),
            Is.EqualTo(
                "vllm serve some/model --host 127.0.0.1 --port 8123 --max-model-len 8192 --gpu-memory-utilization 0.9 "
                    + "--tensor-parallel-size 2"
            ));

    [Test]
    public void Docker_PublishesOnThisMachineAloneAndPassesKeysByName() => Assert.That(
            string.Join(' ', VllmCommand.Docker(Options("some/model", 8123), "/home/someone")),
            Is.EqualTo(
                "docker run --rm --init --gpus all --ipc host --publish 127.0.0.1:8123:8000 "
                    + "--volume /home/someone/.cache/huggingface:/root/.cache/huggingface "
                    + "--env HF_TOKEN --env VLLM_API_KEY --entrypoint vllm vllm/vllm-openai:latest "
                    + "serve some/model --host 0.0.0.0 --port 8000 --max-model-len 8192 --gpu-memory-utilization 0.9"));

    [TestCase("hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4", "awq_marlin")]
    [TestCase("casperhansen/mixtral-instruct-awq", "awq_marlin")]
    [TestCase("Qwen/Qwen2.5-7B-Instruct-GPTQ-Int4", "gptq_marlin")]
    [TestCase("/models/llama.gptq", "gptq_marlin")]
    [TestCase("/models/My Llama AWQ", "awq_marlin")]
    public void Local_OfAModelThatNamesItsQuantisation_AsksForTheFastestKernels(string model, string method) =>
        Assert.That(VllmCommand.Local(Options(model)).TakeLast(2), Is.EqualTo(new[] { "--quantization", method }));

    [TestCase("meta-llama/Llama-3.1-8B-Instruct")]
    [TestCase("RedHatAI/Meta-Llama-3.1-8B-Instruct-FP8")]
    [TestCase("hawqs/model")]
    public void Local_OfAnyOtherModel_LeavesTheQuantisationToVllm(string model) =>
        Assert.That(VllmCommand.Local(Options(model)), Has.None.EqualTo("--quantization"));

    private static VllmOptions Options(string model, int port = 8000, params string[] extra) =>
        new(model, port, "a-secret-key", extra);
}
