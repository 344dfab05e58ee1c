using System.Globalization;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Records;

/// <summary>The end of a run out of those of its workers.</summary>
internal static class MergedEnd
{
    /// <summary>How the load ended: as long as the longest, at the cost of all.</summary>
    public static LoadEnd OfLoad(IReadOnlyList<WorkerEnd> ends)
    {
        LoadEnd[] loads = [.. ends.Select(end => end.Load)];
        return new LoadEnd
        {
            Ending = WorstOf(loads.Select(load => load.Ending)),
            Elapsed = loads.Max(load => load.Elapsed),
            ScheduleLength = loads.Max(load => load.ScheduleLength),
            OfferedOnSchedule = loads.Sum(load => load.OfferedOnSchedule),
            StoppedAfter = loads.Any(load => load.StoppedAfter is null) ? null : loads.Max(load => load.StoppedAfter),
            NotStarted = loads.Sum(load => load.NotStarted),
            ClampedLatencies = loads.Sum(load => load.ClampedLatencies),
            StartSkew = loads.Max(load => load.StartSkew),
            Client = new ClientCost(
                TimeSpan.FromTicks(loads.Sum(load => load.Client.ProcessorTime.Ticks)),
                loads.Sum(load => load.Client.AllocatedBytes),
                loads.Max(load => load.Client.PeakWorkingSetBytes),
                loads.Max(load => load.Client.FirstOperation),
                loads.Max(load => load.Client.HighestProcessorShare)),
        };
    }

    /// <summary>What came after the load.</summary>
    public static RecordClose OfRun(IReadOnlyList<WorkerEnd> ends) => new()
    {
        Verification = OfVerifications([.. ends.Select(end => end.Close.Verification)]),
        Findings = [.. ends.SelectMany(end => end.Close.Findings.Select(finding => Of(end.Worker, finding)))],
        WasStopped = ends.Any(end => end.Close.WasStopped),
        Search = ends.Select(end => end.Close.Search).FirstOrDefault(search => search is not null),
        Table = ends.Select(end => end.Close.Table).FirstOrDefault(table => table is not null),
        Hopeless = ends.Select(end => end.Close.Hopeless).FirstOrDefault(reason => reason is not null),
        FirstOperation = ends.Max(end => end.Close.FirstOperation),
        Workers = [.. ends.Select(end => end.Worker)],
    };

    // What is missing counts most, then what somebody wanted.
    private static Ending WorstOf(IEnumerable<Ending> endings)
    {
        Ending[] fromBest = [Ending.Complete, Ending.MaxDurationReached, Ending.Stopped, Ending.Incomplete];
        return endings.MaxBy(ending => Array.IndexOf(fromBest, ending));
    }

    // Each worker reads back what it wrote itself: together that is everything.
    private static VerificationResult OfVerifications(VerificationResult[] all)
    {
        VerificationResult[] done = [.. all.Where(verification => verification.Reason is null)];
        if (done.Length == 0) return all[0];
        return new VerificationResult(
            done[0].Mode, done.Sum(part => part.Expected), done.Sum(part => part.Found), done.Sum(part => part.Lost), done.Sum(part => part.Phantom))
        {
            Torn = done.Sum(part => part.Torn),
            Miscounted = done.Sum(part => part.Miscounted),
            Examples = done.SelectMany(part => part.Examples).ToArray(),
        };
    }

    private static string Of(WorkerResult worker, string finding) => string.Create(CultureInfo.InvariantCulture, $"Worker {worker.Index}: {finding}");
}
