using Miner.Domain.Voting;

namespace Miner.Domain.Tests.Voting;

/// <summary>Multiple choices, dates and times of day.</summary>
internal sealed class ChoicesAndTimesTests
{
    [TestCase("(C) 12", "C")]
    [TestCase("(C) 12", "12")]
    [TestCase("(C) 12", "C. 12")]
    [TestCase("C) 12", "(C)")]
    [TestCase(@"\boxed{\textbf{(C) }12}", "(C)")]
    [TestCase(@"\boxed{\textbf{(C)}\ 12}", "12")]
    [TestCase(@"\boxed{\text{B}}", "(B)")]
    [TestCase("Option B", "B")]
    [TestCase("option (b)", "B")]
    [TestCase("choice B", "(B)")]
    [TestCase("The correct option is B.", "B")]
    [TestCase("The correct answer is C) 12", "C")]
    [TestCase("Answer: (C) Paris", "Answer: Paris")]
    [TestCase("January 5", "Jan 5")]
    [TestCase("January 5th", "5 January")]
    [TestCase("5th of May", "May 5")]
    [TestCase("January 5, 2020", "2020-01-05")]
    [TestCase("Jan. 5, 2020", "5 January 2020")]
    [TestCase("It was on May 5th, 2020.", "5 May 2020")]
    [TestCase(@"\boxed{\text{June 20}}", "20 June")]
    [TestCase("3 PM", "3:00 p.m.")]
    [TestCase("15:30", "3:30 PM")]
    [TestCase("It starts at 3 PM.", "3pm")]
    [TestCase("Answer: noon", "12:00 PM")]
    [TestCase("quarter to five", "4:45")]
    [TestCase("a quarter to 5", "4:45")]
    [TestCase("Quarter past five.", "5:15")]
    [TestCase("half past five", "5:30")]
    [TestCase("half past 12", "12:30")]
    [TestCase("ten past five", "5:10")]
    [TestCase("ten minutes to five", "4:50")]
    [TestCase("25 minutes past 3", "3:25")]
    [TestCase("a quarter to one", "12:45")]
    [TestCase("half past five pm", "17:30")]
    [TestCase("five o'clock", "5:00")]
    [TestCase("The train leaves at a quarter to five.", "4:45")]
    [TestCase("Answer: half past five", "Answer: 5:30")]
    [TestCase(@"\boxed{\text{quarter to five}}", "4:45")]
    public void Equivalent_WhenTheSameIsMeant_IsTrue(string left, string right) => Answers.AssertEquivalent(left, right, true);

    [TestCase("(A) 5", "(B) 5")]
    [TestCase("(A) 5", "(A) 6")]
    [TestCase("(A) 5", "6")]
    [TestCase("(A) 5", "B")]
    [TestCase("A. 5", "B. 5")]
    [TestCase("Option A", "Option B")]
    [TestCase("(C) Paris", "(C) London")]
    [TestCase("(A)(B)", "A")]
    [TestCase("(A) + 5", "5")]
    [TestCase("January 5", "January 15")]
    [TestCase("January 5, 2020", "2020")]
    [TestCase("January 5, 2020", "January 5, 2021")]
    [TestCase("It was on January 5, 2020.", "It was on March 7, 2020.")]
    [TestCase("It was on 5 May 2020.", "It was on 6 May 2020.")]
    [TestCase("It was in March 2020.", "It was on March 20.")]
    [TestCase("3 PM", "3")]
    [TestCase("3 PM", "3 AM")]
    [TestCase("It starts at 3 PM.", "It starts at 3 AM.")]
    [TestCase("12:30", "1:30")]
    [TestCase("15:30", "3:30 AM")]
    [TestCase("15:30", "3:30")]
    [TestCase("12 AM", "12 PM")]
    [TestCase("Answer: noon", "Answer: midnight")]
    [TestCase("quarter to five", "5")]
    [TestCase("quarter to five", "5:15")]
    [TestCase("quarter to five", "1/4")]
    [TestCase("half past five", "1/2")]
    [TestCase("half past five", "half past six")]
    [TestCase("ten to five", "4:50")]
    [TestCase("3 to 5", "4:57")]
    [TestCase("ten minutes past thirty", "10:10")]
    [TestCase("half past five am", "17:30")]
    public void Equivalent_WhenAnotherIsMeant_IsFalse(string left, string right) => Answers.AssertEquivalent(left, right, false);

    [Test]
    public void Count_OfChoices_KeepsContradictingLettersApart()
    {
        var vote = MajorityVote.Count("Which one?", ["ANSWER: (A) 5", "ANSWER: 5", "ANSWER: (B) 5", "ANSWER: A"]);

        Assert.That(vote.Groups.Select(group => (group.Answer, group.Count)), Is.EqualTo(new[] { ("(A) 5", 2), ("(B) 5", 1), ("A", 1) }));
    }
}
