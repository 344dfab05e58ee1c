namespace LoadTest.Engine.Reporting.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Style">The style class that gives colour and dashes: one of <c>a</c> to <c>d</c>, so that no line is told by its colour alone.</param>
/// <param name="Points">Its points from left to right; null where there is a gap.</param>
internal sealed record ChartSeries(string Name, char Style, IReadOnlyList<(double X, double Y)?> Points);
