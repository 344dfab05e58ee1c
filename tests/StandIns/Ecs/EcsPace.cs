namespace StandIns.Ecs;

/// <summary>How fast things go; the real service takes most of a minute for what takes steps here.</summary>
public sealed record EcsPace
{
    /// <summary>Between two states of a task.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>Between SIGTERM and SIGKILL, where the task definition says nothing.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopped task can be described.</summary>
    public TimeSpan Remembered { get; init; } = TimeSpan.FromHours(1);
}
