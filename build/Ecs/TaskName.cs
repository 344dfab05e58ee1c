using System.Globalization;

namespace Build.Ecs;

/// <summary>What tasks are called.</summary>
internal static class TaskName
{
    /// <summary>The last part of an ARN.</summary>
    public static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>Four digits, as the folders of workers are named.</summary>
    public static string Of(int index) => index.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The mark by which the tasks of a run are found; ECS allows no points in it.</summary>
    public static string StartedBy(string runId) => runId.Replace('.', '_');

    /// <summary>A number of tasks in words.</summary>
    public static string Count(int tasks) => tasks == 1 ? "1 task" : string.Create(CultureInfo.InvariantCulture, $"{tasks} tasks");
}
