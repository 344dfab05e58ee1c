namespace LoadTest.Planning;

/// <summary>Where the results of a run that is over lie, as people name it: its folder, a file in it, or its id.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Record">The run's record; null where there is none.</param>
/// <param name="Summary">The run's summary; null where there is none.</param>
public sealed record RunPlace(string Name, string? Record, string? Summary)
{
    /// <summary>The name of a run's record.</summary>
    public const string RecordName = "run.record";

    private const string SummaryName = "summary.json";

    /// <summary>Looks for it; where nothing is, it has neither.</summary>
    /// <param name="given">A path, or the id of a run. A file of another name is taken for a summary that was kept elsewhere.</param>
    /// <param name="runs">The folder in which ids are looked up.</param>
    public static RunPlace Of(string given, string runs)
    {
        if (File.Exists(given)) return Path.GetFileName(given) == RecordName ? new RunPlace(given, given, null) : new RunPlace(given, null, given);
        var folder = Directory.Exists(given) ? given : Path.Combine(runs, given);
        return new RunPlace(given, Existing(RecordName), Existing(SummaryName));

        string? Existing(string name) => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;
    }
}
