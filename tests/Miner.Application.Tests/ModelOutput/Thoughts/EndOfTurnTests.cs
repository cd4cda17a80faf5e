using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput.Thoughts;

/// <summary>The tokens that end a turn are none of the answer.</summary>
public sealed class EndOfTurnTests
{
    [TestCase("The answer is 42.<|im_end|>")]
    [TestCase("The answer is 42.<|eot_id|>")]
    [TestCase("The answer is 42.</s>")]
    [TestCase("The answer is 42.<end_of_turn>")]
    [TestCase("The answer is 42. <|im_end|>\n<|endoftext|>\n")]
    [TestCase("The answer is 42.<｜end▁of▁sentence｜>")]
    [TestCase("The answer is 42.<|im_end|>\n<|im_start|>user\nAnd of 7 * 8?<|im_end|>")]
    [TestCase("The answer is 42.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nAnd of 7 * 8?")]
    [TestCase("The answer is 42.<end_of_turn>\n<start_of_turn>user\nAnd of 7 * 8?")]
    [TestCase("""{"immediate_response": "The answer is 42.", "notebook": "no update"}<|im_end|>""")]
    [TestCase("""{"immediate_response": "The answer is 42.<|im_end|>", "notebook": "no update"}""")]
    [TestCase("{'immediate_response': 'The answer is 42.', 'notebook': 'no update'}</s>")]
    public void Read_WhenTheTextEndsWithTokens_TakesThemOff(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo("The answer is 42."));
        Assert.That(answer?.Notebook, Is.EqualTo("no update"));
        Assert.That(answer?.Truncated, Is.False);
    }

    [Test]
    public void Read_WhenACutObjectEndsWithAToken_KeepsItOutOfTheResponse() =>
        Assert.That(AnswerReader.Read("""{"immediate_response": "half of<|im_end|>""")?.ImmediateResponse, Is.EqualTo("half of"));
}
