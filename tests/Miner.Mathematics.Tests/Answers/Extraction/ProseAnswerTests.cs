using Miner.Mathematics.Answers.Extraction;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>Which part of a sentence is its answer.</summary>
internal sealed class ProseAnswerTests
{
    [TestCase("5 apples", false, "5 apples")]
    [TestCase("(2, 3). That is all.", false, "(2, 3)")]
    [TestCase("$x = 3$. It is the only one.", false, "x = 3")]
    [TestCase("at least 3", false, "at least 3")]
    [TestCase("3 to 4", false, "3 to 4")]
    [TestCase("between 3 and 4", false, "between 3 and 4")]
    [TestCase("half past five", false, "half past five")]
    [TestCase("There is no solution.", false, "There is no solution")]
    [TestCase("12 metres, I believe.", false, "12 metres")]
    [TestCase("It is about 12 metres, I believe.", true, "12 metres")]
    [TestCase("It is about 12 metres, I believe.", false, "It is about 12 metres, I believe")]
    [TestCase("John since he came first", false, "John")]
    [TestCase("Rome, where Caesar died", false, "Rome")]
    [TestCase("Rome! It is old.", false, "Rome")]
    [TestCase("B. Paris", false, "B. Paris", Description = "the stop belongs to the label")]
    [TestCase("", false, null)]
    public void Pick_BehindAMarker_IsTheAnswerAlone(string text, bool isMathematical, string? expected) =>
        Assert.That(ProseAnswer.Pick(text, isMathematical)?.Text, Is.EqualTo(expected));

    [TestCase("He has 7 (not 8 as said) left.", "7")]
    [TestCase("She gets 4 since 9 were lost.", "4")]
    [TestCase("There are five.", "five")]
    [TestCase("It starts at half past five.", "half past five")]
    [TestCase("Only words here.", null)]
    [TestCase("", null)]
    public void Last_OutsideOfRemarks_IsTheAnswer(string text, string? expected) =>
        Assert.That(ProseAnswer.Last(text)?.Text, Is.EqualTo(expected));

    [TestCase("$1$, $2$", "1 and 2")]
    [TestCase("$1$ or $2$", "1 or 2")]
    [TestCase("$1$, $2$, or $3$", "1 or 2 or 3")]
    [TestCase("$3$ then $4$", "4")]
    [TestCase("$3$ and 4", "4", Description = "a number outside of formulas stands alone")]
    [TestCase("$5$ cm long", "5 cm")]
    [TestCase("$5$ dogs", "5")]
    [TestCase(@"$5$\% of it", "5%")]
    [TestCase("7 is the value of $n$", "7")]
    [TestCase("the letter $n$", "n", Description = "a name where there is nothing else")]
    public void Candidates_JoinedByAConnective_AreOneAnswer(string text, string expected) =>
        Assert.That(AnswerCandidates.Last(text, AnswerCandidates.Find(text))?.Text, Is.EqualTo(expected));

    [TestCase("a 5 b $x$ c 6", "5|x|6")]
    [TestCase("[1, 2] and {3; 4}", "[1, 2]|{3; 4}")]
    [TestCase("(see page 5)", "5")]
    [TestCase("(1, 2 apples)", "1|2", Description = "brackets around words hold no list")]
    [TestCase("x5 and 5th", "")]
    [TestCase("1,234,567.5 and 0.25", "1,234,567.5|0.25")]
    [TestCase("3-4", "3|4", Description = "the dash is a difference")]
    [TestCase("from -3 to −4", "-3|−4")]
    [TestCase("€5 or 5€", "€5|5€")]
    [TestCase("101_2 and 7F", "101_2")]
    [TestCase("90° or 30°F", "90°|30°F")]
    [TestCase("it took 5 m/s", "5 m/s")]
    [TestCase("8 m² of 9 m³", "8 m²|9 m³")]
    public void Candidates_StandInTheOrderOfTheText(string text, string expected) =>
        Assert.That(string.Join('|', AnswerCandidates.Find(text).Select(found => found.Answer.Text)), Is.EqualTo(expected));

    [TestCase(@"\boxed{1}; \boxed{2}", "1 and 2")]
    [TestCase(@"\boxed{1}, \boxed{2} or \boxed{3}", "1 or 2 or 3")]
    [TestCase(@"\boxed{1} & \boxed{2}", "1 and 2")]
    [TestCase(@"\boxed{1} \boxed{2}", "2", Description = "nothing joins them")]
    [TestCase(@"$\boxed{\{1\}}$", @"\{1\}")]
    [TestCase(@"\boxed{\frac{1}{2}", null)]
    [TestCase(@"\fbox {\boxed{}}", @"\boxed{}")]
    [TestCase(@"\boxed{80} percent", "80%")]
    [TestCase(@"\boxed{1} and \boxed{2}\%", "1 and 2", Description = "of which of them is not known")]
    public void Boxes_OfOneSentence_AreOneAnswer(string text, string? expected) =>
        Assert.That(BoxedAnswers.Find(text)?.Answer.Text, Is.EqualTo(expected));

    [TestCase("ANSWER IS 5", "5")]
    [TestCase("the correct choice is: C", "C")]
    [TestCase("**Final Answer**: x", "x")]
    [TestCase("#### 5\n#### 6", "6")]
    [TestCase("answer: $$\n5\n$$ more", "$$\n5\n$$")]
    [TestCase("answer isn't known", null)]
    [TestCase("Answer\n5", null, Description = "a heading of something else")]
    [TestCase("BA: 5", null)]
    public void Markers_AnnounceWhatFollows(string text, string? expected) => Assert.That(AnswerMarkers.Find(text), Is.EqualTo(expected));
}
