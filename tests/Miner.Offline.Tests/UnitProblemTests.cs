namespace Miner.Offline.Tests;

/// <summary>Quantities in other units.</summary>
internal sealed class UnitProblemTests
{
    [TestCase("Convert 5 km to miles", "about 3.106856 miles")]
    [TestCase("How many inches are in 3 feet?", "36 inches")]
    [TestCase("What is 100 degrees fahrenheit in celsius?", "about 37.777778 °C")]
    [TestCase("convert 5kg to grams", "5000 grams")]
    [TestCase("How many minutes are there in 2.5 hours?", "150 minutes")]
    [TestCase("5 feet 6 inches in cm", "167.64 centimetres")]
    [TestCase("Convert 90 km/h to m/s", "25 metres per second")]
    [TestCase("How many seconds in a day?", "86400 seconds")]
    [TestCase("Convert 12 pounds to kg, rounded to two decimal places.", "5.44 kilograms")]
    [TestCase("What is 3 miles in km? Round to 1 decimal place.", "4.8 kilometres")]
    [TestCase("Convert 10000 seconds to hours, minutes and seconds.", "2 hours, 46 minutes and 40 seconds")]
    [TestCase("Convert 100 inches to feet and inches", "8 feet and 4 inches")]
    [TestCase("Convert 1 mile to km", "1.609344 kilometres")]
    [TestCase("Convert 0 C to F", "32 °F")]
    [TestCase("Convert -40 fahrenheit to celsius", "-40 °C")]
    [TestCase("What is 1 day in hours?", "24 hours")]
    [TestCase("How many grams make a kilogram?", "1000 grams")]
    [TestCase("1 hour is how many seconds?", "3600 seconds")]
    [TestCase("Convert 2 1/2 hours to minutes", "150 minutes")]
    [TestCase("Express 1 kg as g", "1000 grams")]
    public void Solve_KnowsUnits(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Convert 3 kg to metres")]
    [TestCase("How many ounces in a gallon?")]
    [TestCase("Convert 1 month to days")]
    [TestCase("What is 100 in Celsius?")]
    [TestCase("How many cm are 5 m minus 20 cm?")]
    [TestCase("Convert 5 to km")]
    [TestCase("Convert 5 km to")]
    [TestCase("Convert 5 km to kg")]
    [TestCase("Convert 5 km to miles and kg")]
    [TestCase("Convert 5 EUR to USD")]
    [TestCase("Convert -5 hours to hours and minutes")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
