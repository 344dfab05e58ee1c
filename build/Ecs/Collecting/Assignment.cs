using System.Globalization;
using Newtonsoft.Json;

namespace Build.Ecs.Collecting;

/// <summary>Which task is which worker, and when all begin: the tasks read it from the bucket.</summary>
internal static class Assignment
{
    /// <summary>As it stands in the bucket.</summary>
    public static string Json(string runId, DateTimeOffset start, IReadOnlyList<string> taskArns) => JsonConvert.SerializeObject(new
    {
        version = 1,
        runId,
        start = start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        tasks = taskArns.Select((arn, index) => new { arn, index }),
    });
}
