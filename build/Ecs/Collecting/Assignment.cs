using System.Globalization;
using Newtonsoft.Json;

namespace Build.Ecs.Collecting;

/// <summary>What the tasks read from the bucket: first which of them is which worker, and then, when all are ready, when they begin.</summary>
internal static class Assignment
{
    /// <summary>The file that gives each its part.</summary>
    public const string FileName = "assignment.json";

    /// <summary>The file that gives the common start.</summary>
    public const string StartFileName = "start.json";

    /// <summary>Which task is which worker.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="at">The time that the items of all tasks carry.</param>
    /// <param name="taskArns">The tasks by their index.</param>
    public static string Json(string runId, DateTimeOffset at, IReadOnlyList<string> taskArns) => JsonConvert.SerializeObject(new
    {
        version = 2,
        runId,
        at = Text(at),
        tasks = taskArns.Select((arn, index) => new { arn, index }),
    });

    /// <summary>When the load of all begins.</summary>
    public static string StartJson(string runId, DateTimeOffset start) => JsonConvert.SerializeObject(new { version = 1, runId, start = Text(start) });

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
