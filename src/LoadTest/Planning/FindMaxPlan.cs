namespace LoadTest.Planning;

/// <summary>How the highest rate is searched that the thresholds allow.</summary>
/// <param name="FirstRate">The first rate to try, in operations a second.</param>
/// <param name="TrialDuration">How long each rate is tried.</param>
/// <param name="Precision">When the search ends: the gap between what held and what broke, as a share of the former, from 0 to 1.</param>
public sealed record FindMaxPlan(double FirstRate, TimeSpan TrialDuration, double Precision);
