namespace Miner.Mathematics.Language;

/// <summary>What can be measured in one unit and said in another.</summary>
public enum Dimension
{
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Speed,
    Temperature,
    Data,
    Energy,
    Pressure,
    Angle,
    Frequency,
    Power,
    Force,
    Voltage,
    Resistance,
    Amount,

    /// <summary>Months and what is made of them; how many days they have depends on the date.</summary>
    Calendar,

    /// <summary>Currencies, which have no fixed rate.</summary>
    Money,

    /// <summary>Parts of a whole, and pieces.</summary>
    Count,
}
