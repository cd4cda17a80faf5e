namespace Miner.Offline.Tests;

/// <summary>Word problems in several steps, and those that only look like them.</summary>
internal sealed class StoryProblemTests
{
    [TestCase("Tom had 20 marbles. He lost 7 and then found 3. How many marbles does he have left?", "16")]
    [TestCase("Peter has $50. He spends $18 on a book and $12 on lunch. How much money does he have left?", "20")]
    [TestCase(
        "A library had 500 books. It bought 120 new books and donated 45 old books. How many books does the library have now?",
        "575")]
    [TestCase("A bus has 30 passengers. At the first stop 8 get off and 5 get on. How many passengers are on the bus now?", "27")]
    [TestCase("There were 45 birds on a tree. 18 flew away and 7 more came. How many birds are on the tree now?", "34")]
    [TestCase("A shop had 80 bottles of water. It sold 35 bottles on Monday and 20 bottles on Tuesday. How many bottles are left?", "25")]
    [TestCase("Maria had 48 stickers. She gave 1/4 of them to her sister. How many stickers does she have left?", "36")]
    [TestCase("Bob has 3 bags with 6 oranges in each bag. He gives away 4 oranges. How many oranges does he have left?", "14")]
    [TestCase("Mike has 8 cookies. Sara gives him 5 cookies. How many cookies does Mike have?", "13")]
    [TestCase("You have seven candies. You give two to a friend. How many candies do you have left?", "5")]
    [TestCase("There are 24 students in a class. 9 are absent. How many are present?", "15")]
    public void Solve_WhenCountsChange_FollowsThem(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Tom has 5 apples. Anna has 3 apples. How many apples do they have together?", "8")]
    [TestCase("There are 12 boys and 15 girls in a class. How many children are there in total?", "27")]
    [TestCase("A farmer has 15 cows and twice as many sheep. How many animals does he have?", "45")]
    [TestCase("Tom has 3 more apples than Anna. Anna has 5 apples. How many apples does Tom have?", "8")]
    [TestCase("Alice has twice as many books as Bob. Bob has 7 books. How many books does Alice have?", "14")]
    public void Solve_WhenSeveralHaveSome_ComparesAndAdds(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Maria buys 3 notebooks at $2.50 each and 2 pens at $1.25 each. How much does she spend in total?", "10")]
    [TestCase("I buy 4 apples for $0.75 each and pay with a $10 bill. How much change do I get?", "7")]
    [TestCase("Bob had $20. He bought a book for $8 and a pen for $2. How much money does Bob have left?", "10")]
    [TestCase("A book costs $12 and a pen costs $3. How much do 2 books and 5 pens cost?", "39")]
    public void Solve_WhenSomethingIsBought_AddsItUp(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("After a 20% discount, a jacket costs $64. What was the original price?", "80")]
    [TestCase("A phone costs $500. Its price increases by 10%. What is the new price?", "550")]
    [TestCase("The price rose from $80 to $100. What is the percent increase?", "25%")]
    [TestCase("A population of 12000 grows by 5%. What is the new population?", "12600")]
    public void Solve_WhenPricesChange_TakesThePercentage(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Tom is twice as old as Jerry. Together they are 36. How old is Tom?", "24")]
    [TestCase("Anna is 4 years older than Ben. The sum of their ages is 30. How old is Anna?", "17")]
    [TestCase("3 workers build a wall in 12 days. How many days would 4 workers need?", "9 days")]
    [TestCase(
        "60 candies are shared equally among 8 children. How many candies does each get and how many are left over?",
        "7, with 4 left over")]
    [TestCase("Jane reads 20 pages a day. How many days will it take her to read a 300-page book?", "15")]
    [TestCase("A worker earns $15 per hour. How much does he earn in 40 hours?", "600")]
    public void Solve_KnowsCommonStories(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Tom has 5 apples. He gives 2 to Ann. Ann had 3 apples. How many apples does Ann have now?")]
    [TestCase("Tom has 5 apples and 3 oranges. He eats 2. How many oranges does he have?")]
    [TestCase("Tom has 5 apples. He does not eat 2 of them. How many does he have left?")]
    [TestCase("Tom wants to buy 3 apples for $2 each. He has $10. How many apples does he have?")]
    [TestCase("Anna gives 5 pens to Ben. How many pens does Ben have?")]
    [TestCase("Anna has 10 pens. Ben has 4 pens. He gives her 2 pens. How many pens does Anna have now?")]
    [TestCase("A farmer had 17 sheep. All but 9 die. How many are left?")]
    [TestCase("Sam has 3 dogs and 2 cats. How many legs do they have in total?")]
    [TestCase("Sam has 3 red and 5 blue marbles. How many marbles does Sam have?")]
    [TestCase("Lucy has 10 stickers. Her brother has 5 more. How many stickers does her brother have?")]
    [TestCase("Tom has 12 apples. He eats 2 every day for 3 days. How many apples does he have left?")]
    [TestCase("Tom had 5 apples yesterday. Today he has 8. How many did he buy?")]
    [TestCase("A town has 1000 people. Its population grows by 10% each year. What is the population after 2 years?")]
    [TestCase("Ann has 20 cookies. She eats 3 and gives 4 to each of her 2 friends. How many cookies does she have left?")]
    [TestCase("A jacket costs $80. The price is first increased by 10% and then reduced by 10%. What is the final price?")]
    [TestCase("There are 3 shelves with 20 books on each shelf. 15 books are borrowed. How many books are left?")]
    [TestCase("A tree has 20 apples. 5 fell off. How many apples are on the tree?")]
    [TestCase("A tree has 20 apples and 5 fell. How many apples are on the tree?")]
    [TestCase("A man has 24 cookies and gives 4 to each child. How many children are there?")]
    [TestCase("There are 5 cats and 3 cars. How many animals are there?")]
    [TestCase("The average of 5 numbers is 12. What is their sum?")]
    [TestCase("A car uses 8 liters per 100 km. How many liters does it need for 350 km?")]
    public void Solve_WhenAStoryLeavesSomethingOpen_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
