using Miner.Application.Components;
using Miner.Testing;

namespace Miner.Application.Tests.Components;

internal sealed class FindingsTests
{
    [Test]
    public void Of_FalseEquations_NamesEachWithWhatItComesTo() => Assert.That(
        Of("What is 12 * 8?", "12 * 8 = 95. The answer is 95."),
        Is.EqualTo("- Answer 1 states 12 * 8 = 95, which does not hold: it comes to 96."));

    [Test]
    public void Of_AnswersThatDiffer_TellsWhoSaysWhat() => Assert.That(
        Of("How many are there?", "The answer is 96.", "The answer is 95.", "So it is 96.\nThe answer is 96."),
        Is.EqualTo("- The final answers differ: 96 (answers 1, 3); 95 (answer 2)."));

    [Test]
    public void Of_AnAnswerThatComesToNone_SaysSo() => Assert.That(
        Of("How many are there?", "The answer is 96.", "Let us see what this could be about, and then go on."),
        Is.EqualTo("- Answer 2 comes to no final answer."));

    [TestCase("(a) Find the mean of 1, 2 and 3. (b) Is it prime?", "(a) The mean is 2.", "b")]
    [TestCase("Let f(x) = 2x.\n1) What is f(1)?\n2) What is f(2)?\n3) Solve f(x) = 8.", "1) 2\n3) x = 4", "2")]
    [TestCase("a) Name the capital of France. b) Name that of Spain. c) Why?", "Part a: Paris. As for part (c), nobody knows.", "b")]
    public void Of_AnAnswerThatLeavesAPartOut_NamesThePart(string query, string output, string part) =>
        Assert.That(Of(query, output), Is.EqualTo($"- Answer 1 does not answer part {part}."));

    [TestCase("(a) Find the mean of 1, 2 and 3. (b) Is it prime?", "The mean is 2, which is prime.")]
    [TestCase("(a) Find the mean of 1, 2 and 3. (b) Is it prime?", "**(a)** 2\n**b.** Yes.")]
    [TestCase("Which is prime? (a) 4 (b) 7 (c) 9", "(b) 7")]
    [TestCase("What is f(a) + f(b) for f(x) = x?", "f(a) + f(b) = a + b")]
    [TestCase("(a) Find x. (c) Find y.", "(a) 1")]
    [TestCase("How many are there?", "The answer is 96.")]
    [TestCase("Write a poem about spring.", "Green.", "Warm.")]
    [TestCase("What is 12 * 8?")]
    public void Of_WhatNothingIsWrongWith_IsNothing(string query, params string[] outputs) => Assert.That(Of(query, outputs), Is.Null);

    [Test]
    public void Of_ManyLongAnswers_TakesLittle()
    {
        var output = string.Concat(Enumerable.Repeat("1+1=3, so 2+2=5 and (a) ", 800));
        var query = string.Concat(Enumerable.Repeat("(a) What is 1 + 1? (b) ", 10_000));

        CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => Of(query, [.. Enumerable.Repeat(output, 20)]));
    }

    private static string? Of(string query, params string[] outputs) => Findings.Of(
        Inputs.Usual with { Queries = [query], PreviousOutputs = [.. outputs.Select(output => Inputs.Previous(output))] });
}
