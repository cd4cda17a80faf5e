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
    [TestCase("What is the perimeter of a rectangle with length 3 and width 4?", "14")]
    [TestCase("What is the diagonal of a 3 by 4 rectangle?", "5")]
    [TestCase("What is the area of a square with side 5?", "25")]
    [TestCase("What is the perimeter of a square with sides 5?", "20")]
    [TestCase("What is the surface area of a cube with edge 2?", "24")]
    [TestCase("What is the hypotenuse of a right triangle with legs 5 and 12?", "13")]
    [TestCase("What is the area of a circle with diameter 4?", "4π")]
    [TestCase("What is the circumference of a circle whose radius is 1/2?", "π")]
    [TestCase("What is the volume of a cylinder with radius 2 and height 3?", "12π")]
    [TestCase("What is the surface area of a sphere of radius 1?", "4π")]
    [TestCase("What is the diagonal of a rectangle with length 1 and width 1?", "√2")]
    [TestCase("What is the distance from (0, 0) to (1, 1)?", "√2")]
    [TestCase("What is the midpoint of the segment joining (0, 0) and (3, 1)?", "(1.5, 0.5)")]
    [TestCase("What is the gradient of the line between (0, 0) and (2, 1)?", "0.5")]
    [TestCase("What is the equation of the line through (2, 1) and (2, 5)?", "x = 2")]
    [TestCase("What is the equation of the line through (1, 3) and (4, 3)?", "y = 3")]
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
    [TestCase("What is the area of a circle with radius 0?")]
    [TestCase("What is the area of a square with side -2?")]
    [TestCase("What is the area of a circle with radius r?")]
    [TestCase("What is the area of a circle?")]
    [TestCase("What is the slope of the line through (1, 1) and (1, 1)?")]
    [TestCase("What is the distance between (1, 2, 3) and (4, 5, 6)?")]
    [TestCase("What is the volume of a square with side 3?")]
    [TestCase("What is the area of a triangle with legs 3 and 4?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
