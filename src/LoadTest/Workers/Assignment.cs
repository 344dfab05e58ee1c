using System.Globalization;
using System.Text.Json;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Planning;

namespace LoadTest.Workers;

/// <summary>What a task of several is told first: its share.</summary>
/// <param name="Share">Its share.</param>
/// <param name="At">When it was written: the time that the items of all tasks carry.</param>
public sealed record Assignment(WorkerShare Share, DateTimeOffset At)
{
    /// <summary>The file that says it.</summary>
    public const string FileName = "assignment.json";

    private const string Name = "assignment";
    private const int Version = 2;

    /// <summary>Reads a task's part.</summary>
    /// <param name="json">The assignment of the run.</param>
    /// <param name="runId">The run.</param>
    /// <param name="task">The task's ARN.</param>
    /// <param name="tasks">How many tasks there are.</param>
    /// <exception cref="ProblemException">It is malformed, of another run, or does not name the task.</exception>
    public static Assignment Of(ReadOnlyMemory<byte> json, string runId, string task, int tasks) =>
        RunFile.Read(json, Name, Version, runId, root => Of(root, task, tasks));

    private static Assignment Of(JsonElement root, string task, int tasks)
    {
        var assigned = root.GetProperty("tasks").EnumerateArray().ToArray();
        if (assigned.Length != tasks) throw Unusable(string.Create(CultureInfo.InvariantCulture, $"it names {assigned.Length} tasks, and there should be {tasks}"));
        var own = Array.Find(assigned, entry => entry.GetProperty("arn").GetString() == task);
        if (own.ValueKind == JsonValueKind.Undefined) throw Unusable($"it does not name this task, {task}");
        var index = own.GetProperty("index").GetInt32();
        if (index < 0 || index >= tasks) throw Unusable(string.Create(CultureInfo.InvariantCulture, $"it gives this task the number {index} of {tasks}"));
        return new Assignment(new WorkerShare(index, tasks), root.GetProperty("at").GetDateTimeOffset());
    }

    private static ProblemException Unusable(string why) => RunFile.Unusable(Name, why);
}
