using System.Globalization;

namespace LoadTest.Engine.Reporting;

/// <summary>What a reader must know of the workers of a run that had several.</summary>
public static class WorkerWarnings
{
    private static readonly TimeSpan LateStart = TimeSpan.FromMilliseconds(100);

    /// <summary>The warnings that they call for.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<WorkerResult> workers)
    {
        WorkerResult[] late = [.. workers.Where(worker => worker.StartSkew > LateStart)];
        if (late.Length == 0) yield break;
        var latest = late.MaxBy(worker => worker.StartSkew)!;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{late.Length:N0} of {workers.Count:N0} workers began more than 100 ms after the common start, worker {latest.Index} {latest.StartSkew!.Value.TotalSeconds:N3} s after it: what they were to begin until then began late.");
    }
}
