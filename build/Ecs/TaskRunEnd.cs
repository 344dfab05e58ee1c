using Build.Ecs.Collecting;
using Build.Ecs.Endings;
using LoadTest.Configuration.Problems;

namespace Build.Ecs;

/// <summary>How the tasks of a run ended.</summary>
/// <param name="Manifest">The run.</param>
/// <param name="States">The tasks, by their index; none where the launch was stopped.</param>
internal sealed record TaskRunEnd(RunManifest Manifest, IReadOnlyList<TaskState> States)
{
    /// <summary>What each task means for the exit code.</summary>
    public IReadOnlyList<ExitCode> Codes { get; init; } = [];

    /// <summary>Whether the tasks were left running on purpose.</summary>
    public bool IsDetached { get; init; }

    public static TaskRunEnd Of(RunManifest manifest, IReadOnlyList<TaskState> states) => new(manifest, states);
}
