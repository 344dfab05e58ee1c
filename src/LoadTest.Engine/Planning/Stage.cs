namespace LoadTest.Engine.Planning;

/// <summary>A stretch of an open load during which the rate changes linearly, or stays.</summary>
/// <param name="FromRate">Operations a second at the stage's beginning; zero or more.</param>
/// <param name="ToRate">Operations a second at its end; equal to <paramref name="FromRate"/> for a stage that holds.</param>
/// <param name="Duration">How long the stage lasts; more than zero.</param>
public sealed record Stage(double FromRate, double ToRate, TimeSpan Duration)
{
    /// <summary>A stage that offers one rate all the time.</summary>
    public static Stage Hold(double rate, TimeSpan duration) => new(rate, rate, duration);

    /// <summary>How many operations the stage offers: the area under its rate.</summary>
    public double Operations => (FromRate + ToRate) / 2 * Duration.TotalSeconds;
}
