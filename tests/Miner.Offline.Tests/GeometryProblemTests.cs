namespace Miner.Offline.Tests;

/// <summary>Plain figures, solids and points.</summary>
internal sealed class GeometryProblemTests
{
    [TestCase("What is the area of a circle with radius 7?", "49π")]
    [TestCase("What is the circumference of a circle with diameter 10?", "10π")]
    [TestCase("What is the volume of a sphere with radius 3?", "36π")]
    [TestCase("What is the volume of a cone with radius 1 and height 1?", "1/3 π")]
    [TestCase("Find the area of a 45 by 29 rectangle.", "1305")]
    [TestCase("What is the area of a rectangle with length 18 and width 21?", "378")]
    [TestCase("What is the area of a triangle with base 5 and height 3?", "7.5")]
    [TestCase("What is the volume of a cube with edge 4?", "64")]
    public void Solve_KnowsFigures(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What is the distance between the points (1, 2) and (4, 6)?", "5")]
    [TestCase("What is the slope of the line through (1, 2) and (3, 8)?", "3")]
    [TestCase("What is the slope of the line through (2, 3) and (2, 7)?", "undefined")]
    [TestCase("What is the midpoint of (2, 4) and (6, 10)?", "(4, 7)")]
    [TestCase("What is the equation of the line through (0, 1) and (2, 5)?", "y = 2x + 1")]
    public void Solve_KnowsPoints(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("A rectangle is 2 m long and 50 cm wide. What is its area?")]
    [TestCase("A square and a rectangle have sides 4 and 5. What is the area?")]
    [TestCase("What is the area of a triangle with sides 3, 4 and 5?")]
    [TestCase("A right triangle has a hypotenuse of 5 and a leg of 7. What is the other leg?")]
    [TestCase("What is the area of a square with diagonal 10?")]
    [TestCase("A cylinder has a radius of 2 cm and a height of 10 cm. What is its volume?")]
    [TestCase("A garden is 52 m long and 39 m wide. How many metres of fence go around it?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
