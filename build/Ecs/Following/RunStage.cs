using Build.Ecs.Endings;

namespace Build.Ecs.Following;

/// <summary>How far all tasks of a run have to come before it goes on.</summary>
/// <param name="WaitingFor">What is waited for meanwhile, for the line that says so.</param>
/// <param name="IsReached">Whether a task has come so far.</param>
internal sealed record RunStage(string WaitingFor, Func<TaskState, bool> IsReached)
{
    private const int MostNamed = 5;

    /// <summary>Looks at what the states of ECS do not show, before the tasks are judged.</summary>
    public Func<CancellationToken, Task> LookAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>What is waited for, with the tasks that are behind the others by name.</summary>
    public string Waiting(IReadOnlyList<TaskState> states)
    {
        var missing = states.Where(state => !IsReached(state)).Select(state => TaskName.Of(state.Index)).ToList();
        if (missing.Count == 0 || missing.Count == states.Count) return WaitingFor;
        var more = missing.Count > MostNamed ? $" and {TaskName.Count(missing.Count - MostNamed)} more" : "";
        return $"{WaitingFor} (not yet: {string.Join(", ", missing.Take(MostNamed))}{more})";
    }
}
