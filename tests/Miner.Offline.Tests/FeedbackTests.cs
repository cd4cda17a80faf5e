using Miner.Domain.Components;
using Miner.Offline.Answers;
using static Miner.Offline.Tests.Asking;

namespace Miner.Offline.Tests;

/// <summary>What is said of previous outputs, and what is not said as it may be false.</summary>
internal sealed class FeedbackTests
{
    private const string Question = "What is 12*7? And why do we multiply?";
    private const string Good = "We multiply because twelve groups of seven are counted.\n\n12 * 7 = 84.\n\nThe answer is 84.";
    private const string Enough = "This is a sentence of quite enough words to be one. ";
    private const string Repeated = "- It says the same 2 times: \"This is a sentence of quite enough words to be one.\"";
    private const string Wrong = "We multiply twelve by seven: 12 * 7 = 85.\n\nThe answer is 85.";

    [Test]
    public void Feedback_OfSeveralOutputs_IsASectionForEach() => Assert.That(
        Ask(Component.Feedback, [Question], Good, Wrong),
        Is.EqualTo(
            $"""
            ## Output 1 (complete)
            **Strengths**
            - Its equation holds.

            **Weaknesses**
            - Its answer, 84, differs from 85 in output 2.

            **Suggestions**
            - Find out which of them is right.

            ## Output 2 (complete)
            **Strengths**
            - The checks found none to name.

            **Weaknesses**
            - `12 * 7 = 85` is false: 12 * 7 = 84.
            - Its answer, 85, differs from 84 in output 1.

            **Suggestions**
            - Correct `12 * 7 = 85` and what follows from it.
            - Find out which of them is right.

            Checked: arithmetic, agreement, and form. Style and facts were not judged.

            {OfflineAnswer.Origin}
            """));

    /// <summary>All that is said of the first of the outputs.</summary>
    [TestCase("What is 12*7?", "It comes to 84, I am sure.", "+ Its final answer, 84, agrees with an exact computation.")]
    [TestCase("What is 12*7?", "It comes out at 85 then:\n\n\\boxed{85}", "- Its final answer, 85, is not the exact one, 84.")]
    [TestCase("What is 5/2?", "I think that it comes to 3.5", "- Its final answer, 3.5, is not the exact one, 2.5.")]
    [TestCase("What is 0 - 5?", "I think that it comes to 5.", "")]
    [TestCase("What is 0 - 5?", "I think that it comes to -4.", "- Its final answer, -4, is not the exact one, -5.")]
    [TestCase("What is 12*7?", "85", "- Its final answer, 85, is not the exact one, 84.|- It is very short and gives no reasons.")]
    [TestCase("Is 7 prime?", "Yes.", "+ Its answer, yes, agrees with an exact computation.|- It is very short and gives no reasons.")]
    [TestCase("Is 7 prime?", "**No**", "- Its answer, no, is wrong.|- It is very short and gives no reasons.")]
    [TestCase("Who wrote Faust?", "", "- It is empty.")]
    [TestCase("Who wrote Faust?", " \n", "- It is empty.")]
    [TestCase("Who wrote Faust?", "Goethe", "- It is very short and gives no reasons.")]
    [TestCase("Who wrote Faust?", "Goethe wrote it: he.", "")]
    [TestCase("Who wrote Faust?", "Goethe wrote it, he", "- It is very short and gives no reasons.")]
    [TestCase("Show code", "Here is the code:\n```\nprint(1)", "- A code block is opened and not closed.")]
    [TestCase("Show code", "Here is the code:\n```\nprint(1)\n```", "")]
    [TestCase("Who?", "It was Goethe. " + Enough + Enough, Repeated)]
    [TestCase("Who?", "A line of 25 characters..\na LINE of 25 characters..", "- It says the same 2 times: \"A line of 25 characters..\"")]
    [TestCase("Who?", "A line of 24 characters.\nA line of 24 characters.", "")]
    [TestCase("Who?", "Short one. Short one. Some other words.", "")]
    [TestCase("Who?", Enough + "```\nThis is a sentence of quite enough words to be one.\n```", "")]
    [TestCase("Sums", "We have 1 + 1 = 2 and 2 + 2 = 4 in it.", "+ All 2 equations in it hold.")]
    [TestCase("Sums", "We have 1 + 1 = 2 and 2 + 2 = 5 in it.", "- `2 + 2 = 5` is false: 2 + 2 = 4.")]
    [TestCase(
        "Sums", "1+1=3, 2+2=5, 3+3=7, 4+4=9 and so on.",
        "- `1+1 = 3` is false: 1+1 = 2.|- `2+2 = 5` is false: 2+2 = 4.|- `3+3 = 7` is false: 3+3 = 6.|- 1 more equations are false.")]
    public void Feedback_OfAnOutput_IsWhatTheChecksFind(string query, string output, string expected) =>
        Assert.That(Remarks(query, output), Is.EqualTo(expected));

    /// <summary>Answers are worded in more ways than can be read: nothing is held against one that may be right.</summary>
    [TestCase("Solve x^2 - 5x + 6 = 0", "Factoring gives (x-2)(x-3) = 0, so x is 2 or 3.")]
    [TestCase("Solve x + y = 10 and x - y = 2", "Thus x is 6 and y is 4 here.")]
    [TestCase("What is the area of a circle with radius 3?", "The area of it is 9 pi.")]
    [TestCase("What is 1/3 as a decimal?", "It comes to roughly 0.33")]
    [TestCase("Convert 5 km to miles", "That comes to 3.11 miles.")]
    [TestCase("What is 9/8?", "It comes to about 1.13")]
    [TestCase("What is 9/8?", "It comes to something like 1")]
    [TestCase("What is 3/8 as a percentage?", "That would come to 37.5")]
    [TestCase("Express 1/8 in decimal form", "That would come to 12.5")]
    [TestCase("What is 12*7? And what is 5+5?", "First: it is 84. Second: it is 10.")]
    [TestCase("Convert 255 to binary", "In binary this is 1111 1111")]
    [TestCase("What is 12*7?", "It is 84, that is 7 dozens.")]
    [TestCase("What is 12*7?", "It is 7 dozens and no more.")]
    [TestCase("What is 5/0?", "It is undefined, of course.")]
    [TestCase("Is 91 prime?", "Yes, it is a composite number.")]
    [TestCase("Is 91 prime?", "No doubt: it is a prime number.")]
    [TestCase("Is 7 even or odd?", "The number 7 is odd, not even.")]
    [TestCase("Sort 3, 1, 2 in ascending order", "In order they are 3, 2, 1")]
    [TestCase("Translate \"2+2 = 5\" to German", "The sentence \"2 + 2 = 5\" is \"zwei plus zwei ist fünf\".")]
    [TestCase("Who wrote Faust?", "Goethe, an AI researcher would say.")]
    [TestCase("Who wrote Faust?", "The todo list of Goethe had Faust on it")]
    [TestCase("Where is Paris? How many people live there?", "In France, with two million inhabitants.")]
    public void Feedback_WhereItCannotKnow_SaysNothing(string query, string output) =>
        Assert.That(Remarks(query, output), Is.Empty);

    [TestCase("How many are there?", "It comes, in all, to: **12**.", "It comes to 13", "- Its answer, 12, differs from 13 in output 2.")]
    [TestCase("How many are there?", "It comes to a number of 12", "It comes to 12.0", "+ 1 other output comes to the same answer.")]
    [TestCase("How many are there?", "It comes to a number of 12", "It comes to 11.4", "- Its answer, 12, differs from 11.4 in output 2.")]
    [TestCase("How many are there?", "It comes to a number of 12", "It comes to 12.4", "")]
    [TestCase("How many are there?", "It comes to number of 12.4", "It comes to 12", "")]
    [TestCase("How many are there?", "It comes to a number of 12", "12 or 13", "")]
    [TestCase("How many are there?", "It comes to a number of 12", "1200", "")]
    [TestCase("How many are there?", "It comes to a number of 12", "It is 13 m", "")]
    [TestCase("How many are there?", "It is 12 metres then, I say", "It comes to 13", "")]
    [TestCase("How many are there?", "It comes to a number of 12%", "It comes to 13", "")]
    [TestCase("What are they?", "In the end they are 1, 2, 3", "They are 3, 2, 1", "")]
    [TestCase("How many are there?", "It comes to a number of 12", "", "")]
    public void Feedback_OfTwoOutputs_ComparesTheirAnswers(string query, string output, string other, string expected) =>
        Assert.That(Remarks(query, output, other), Is.EqualTo(expected));

    [Test]
    public void Feedback_OfManyOutputs_HoldsTheMajorityAgainstTheOthers()
    {
        string[] outputs = [.. new[] { 12, 13, 13, 12, 13, 14, 15 }.Select(number => $"It comes to a length of {number}")];

        Assert.That(
            Remarks("How many are there?", outputs),
            Is.EqualTo("- Its answer, 12, differs from 13 in output 2, 13 in output 3, 13 in output 5."));
        Assert.That(
            Remarks("How many are there?", outputs[2..]),
            Is.EqualTo("- Its answer, 13, differs from 12 in output 2, 14 in output 4, 15 in output 5."));
        Assert.That(Remarks("How many are there?", outputs[..3]), Does.StartWith("- "));
        Assert.That(Remarks("How many are there?", outputs[1..3]), Is.EqualTo("+ 1 other output comes to the same answer."));
        Assert.That(
            Remarks("How many are there?", [outputs[1], outputs[2], outputs[4], outputs[0]]),
            Is.EqualTo("+ 2 other outputs come to the same answer."));
    }

    [Test]
    public void Feedback_WhenAnAnswerIsKnownToBeRight_DoesNotHoldOthersMistakesAgainstIt() => Assert.That(
        Remarks("What is 12*7?", "It comes to a sum of 84", "It comes to 85", "It comes to 86"),
        Is.EqualTo("+ Its final answer, 84, agrees with an exact computation."));

    [Test]
    public void Feedback_OfAnOutputWithoutAComponent_LeavesItOut()
    {
        var input = Input(["Who?"], "Goethe wrote it, in Weimar.");
        input = input with { PreviousOutputs = [input.PreviousOutputs[0] with { Component = " " }] };

        var feedback = new OfflineModel().Answer(Component.Feedback, input, inPart: true, CancellationToken.None)!.ImmediateResponse;

        Assert.That(feedback, Does.StartWith("## Output 1\n"));
    }

    [Test]
    public void Feedback_WhenThereIsNothingToReview_SaysSo() =>
        Assert.That(Ask(Component.Feedback, [Question]), Does.StartWith("There are no previous outputs"));

    /// <summary>What is said of the first output: its strengths behind a plus, its weaknesses behind a minus.</summary>
    private static string Remarks(string query, params string[] outputs)
    {
        var parts = Ask(Component.Feedback, [query], outputs).Split("## Output 2")[0].Split("**");
        return string.Join('|', Lines(parts[2], '+').Concat(Lines(parts[4], '-')));
    }

    private static IEnumerable<string> Lines(string section, char sign) => section.Split('\n')
        .Where(line => line.StartsWith("- ", StringComparison.Ordinal) && !line.StartsWith("- The checks found", StringComparison.Ordinal))
        .Select(line => sign + line[1..]);
}
