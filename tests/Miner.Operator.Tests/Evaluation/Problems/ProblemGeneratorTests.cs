using Miner.Mathematics.Answers;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Tests.Evaluation.Problems;

internal sealed class ProblemGeneratorTests
{
    [Test]
    public void Next_GivesThePublishedNumbers()
    {
        var random = new SplitMix64(1_234_567);

        // The generator's test vector, as Vigna's splitmix64.c gives it.
        Assert.That(
            new[] { random.Next(), random.Next(), random.Next(), random.Next(), random.Next() },
            Is.EqualTo(new ulong[]
            {
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            }));
    }

    [Test]
    public void Below_StaysWithinItsBoundAndReachesBothEnds()
    {
        var random = new SplitMix64(7);
        var drawn = Enumerable.Range(0, 1_000).Select(_ => random.Below(6)).ToHashSet();

        Assert.That(drawn, Is.EquivalentTo(new[] { 0, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Generate_WithTheSameSeed_GivesTheSameProblems()
    {
        var problems = ProblemGenerator.Generate(300, 1);

        Assert.That(ProblemGenerator.Generate(300, 1), Is.EqualTo(problems));
        Assert.That(ProblemGenerator.Generate(300, 2), Is.Not.EqualTo(problems));
    }

    [Test]
    public void Generate_OfMoreProblems_BeginsWithThoseOfFewer() =>
        Assert.That(ProblemGenerator.Generate(256, 5).Take(100), Is.EqualTo(ProblemGenerator.Generate(100, 5)));

    /// <summary>Fails when a change gives other problems for a seed, after which no score could be compared with an earlier one.</summary>
    [Test]
    public void Generate_WithSeedOne_GivesTheProblemsThatItAlwaysGave() =>
        Assert.That(ProblemGenerator.Generate(10, 1).Select(problem => $"{problem.Question} -> {problem.Answer}"), Is.EqualTo(new[]
        {
            "Please evaluate 746 million times 97 -> 72362000000",
            "What is 471 decreased by 87%? -> 61.23",
            "14! / 11! = ? -> 2184",
            "Find the multiplicative inverse of 66 mod 211. -> 16",
            "Solve -7x - 13 = 106 for x -> x = -17",
            "Find the definite integral of 6x^2 + 18x - 9 between 0 and 2. -> 34",
            "Given the data 31, 58, 67, 47, 72, 52, find the median. -> 55",
            "Convert 20CB from hex to binary -> 10000011001011",
            "The sum of two numbers is 217 and their difference is 55. What is the larger number? -> 136",
            "Calculate (10/15) / (15/15 - 1). -> undefined",
        }));

    [Test]
    public void Generate_TakesTheTenCategoriesInTurn()
    {
        var problems = ProblemGenerator.Generate(500, 3);

        Assert.That(ProblemGenerator.Categories, Has.Count.EqualTo(10));
        Assert.That(problems.Take(10).Select(problem => problem.Category), Is.EqualTo(ProblemGenerator.Categories));
        Assert.That(problems.CountBy(problem => problem.Category).Select(category => category.Value), Is.All.EqualTo(50));
    }

    [Test]
    public void Generate_AsksEachQuestionOnce() =>
        Assert.That(ProblemGenerator.Generate(2_000, 4).Select(problem => problem.Question), Is.Unique);

    [Test]
    public void Generate_OfManyProblems_Ends() =>
        Assert.That(ProblemGenerator.Generate(20_000, 6), Has.Count.EqualTo(20_000));

    [Test]
    public void Generate_GivesAnswersThatCanBeGraded() => Assert.Multiple(() =>
    {
        foreach (var problem in ProblemGenerator.Generate(2_000, 8))
        {
            var expected = FinalAnswer.Extract(problem.Answer);
            var given = FinalAnswer.Extract($"Some steps.\nThe answer is {problem.Answer}.", problem.Question);
            var wrong = FinalAnswer.Extract("The answer is 987654321.", problem.Question);
            Assert.That(
                expected is not null && given?.Equivalent(expected) == true && wrong?.Equivalent(expected) == false,
                Is.True,
                $"{problem}");
        }
    });

    [Test]
    public void Generate_OfMoreOrFewerThanThereAre_IsRefused()
    {
        Assert.That(ProblemGenerator.Generate(0, 1), Is.Empty);
        Assert.That(() => ProblemGenerator.Generate(-1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ProblemGenerator.Generate(ProblemGenerator.MaxCount + 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
