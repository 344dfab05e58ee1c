using System.Globalization;
using LoadTest.Engine.Planning;

namespace LoadTest.Planning;

/// <summary>A load in words, for plans and reports.</summary>
public static class LoadDescription
{
    /// <summary>Such as "open model: hold 2000/s for 10 s, over at most 256 connections, after a warm-up of 2 s".</summary>
    public static string Of(Load load, TimeSpan warmUp)
    {
        var words = load switch
        {
            Load.Open open => Text($"open model: {string.Join(", then ", open.Stages.Select(Stage))}, over at most {open.MaxConnections} connections"),
            Load.Closed closed => Text($"closed model: {Amount(closed)} at a concurrency of {closed.ConcurrencyLimit}{Ramp(closed)}"),
            _ => throw new InvalidOperationException($"No such load: {load}."),
        };
        return warmUp > TimeSpan.Zero ? words + $", after a warm-up of {Duration(warmUp)}" : words;
    }

    /// <summary>Such as "search of the highest rate that holds: from 100/s, trials of 30 s, to 2 %".</summary>
    public static string Of(FindMaxPlan search) =>
        Text($"search of the highest rate that holds: from {search.FirstRate:0.###}/s, trials of {Duration(search.TrialDuration)}, to {search.Precision * 100:0.##} %");

    /// <summary>What each of several tasks takes of a load, such as "100, each of which takes 10,000 operations a second over 200 connections".</summary>
    public static string Share(Load load, int tasks) => load switch
    {
        Load.Open open => Text($"{tasks:N0}, each of which takes {open.Stages.Max(stage => Math.Max(stage.FromRate, stage.ToRate)) / tasks:#,0.##} operations a second at the most, over {Part(open.MaxConnections, tasks)} connections"),
        Load.Closed closed => Text($"{tasks:N0}, each of which takes a concurrency of {Part(closed.ConcurrencyLimit, tasks)}"),
        _ => throw new InvalidOperationException($"No such load: {load}."),
    };

    /// <summary>A duration as people say it: 500 ms, 10 s, 5 min, 1.5 h.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => Text($"{duration.TotalMilliseconds:0.###} ms"),
        { TotalMinutes: < 2 } => Text($"{duration.TotalSeconds:0.###} s"),
        { TotalHours: < 2 } => Text($"{duration.TotalMinutes:0.##} min"),
        _ => Text($"{duration.TotalHours:0.##} h"),
    };

    // The first tasks take what is left over.
    private static string Part(int places, int tasks) => places % tasks == 0 ? Text($"{places / tasks:N0}") : Text($"{Math.Max(1, places / tasks):N0} or {places / tasks + 1:N0}");

    private static string Stage(Stage stage) => stage.FromRate.Equals(stage.ToRate)
        ? Text($"hold {stage.ToRate:0.###}/s for {Duration(stage.Duration)}")
        : Text($"ramp {stage.FromRate:0.###} to {stage.ToRate:0.###}/s in {Duration(stage.Duration)}");

    private static string Amount(Load.Closed closed) => closed switch
    {
        { TotalOperations: { } total, Duration: { } duration } => Text($"{total:N0} operations or {Duration(duration)}"),
        { TotalOperations: { } total } => Text($"{total:N0} operations"),
        _ => $"operations for {Duration(closed.Duration!.Value)}",
    };

    private static string Ramp(Load.Closed closed) => closed.FullConcurrencyPercentage < 100 && closed.ConcurrencyLimit > 1
        ? Text($", ramped up over the first {100 - closed.FullConcurrencyPercentage:0.##} %")
        : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
