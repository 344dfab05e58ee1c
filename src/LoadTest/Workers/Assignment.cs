using System.Globalization;
using System.Text.Json;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Planning;

namespace LoadTest.Workers;

/// <summary>What a task of several is told: its share, and when all begin.</summary>
/// <param name="Share">Its share.</param>
/// <param name="Start">The instant at which the measured part of all tasks begins.</param>
public sealed record Assignment(WorkerShare Share, DateTimeOffset Start)
{
    private const int Version = 1;

    /// <summary>Reads a task's part.</summary>
    /// <param name="json">The assignment of the run.</param>
    /// <param name="runId">The run.</param>
    /// <param name="task">The task's ARN.</param>
    /// <param name="tasks">How many tasks there are.</param>
    /// <exception cref="ProblemException">It is malformed, of another run, or does not name the task.</exception>
    public static Assignment Of(ReadOnlyMemory<byte> json, string runId, string task, int tasks)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version) throw Unusable($"it has version {root.GetProperty("version")}, and this program reads version {Version}");
            if (root.GetProperty("runId").GetString() is var run && run != runId) throw Unusable($"it is of run {run}, and not of {runId}");
            var assigned = root.GetProperty("tasks").EnumerateArray().ToArray();
            if (assigned.Length != tasks) throw Unusable(string.Create(CultureInfo.InvariantCulture, $"it names {assigned.Length} tasks, and there should be {tasks}"));
            var own = Array.Find(assigned, entry => entry.GetProperty("arn").GetString() == task);
            if (own.ValueKind == JsonValueKind.Undefined) throw Unusable($"it does not name this task, {task}");
            var index = own.GetProperty("index").GetInt32();
            if (index < 0 || index >= tasks) throw Unusable(string.Create(CultureInfo.InvariantCulture, $"it gives this task the number {index} of {tasks}"));
            return new Assignment(new WorkerShare(index, tasks), root.GetProperty("start").GetDateTimeOffset());
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Unusable($"it is malformed: {broken.Message}");
        }
    }

    private static ProblemException Unusable(string why) => new(new Problem(
        ErrorCodes.AssignmentUnusable, $"the assignment of the run cannot be used: {why}", null,
        "start the run by RunLoadTest, with the automation of the same version as the image"));
}
