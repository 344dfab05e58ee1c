namespace Build.Ecs;

/// <summary>How often AWS is asked, and how long is waited for what.</summary>
public sealed record EcsPace
{
    /// <summary>Between two looks at the tasks: one call for each hundred of them.</summary>
    public TimeSpan States { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two readings of the same log.</summary>
    public TimeSpan Logs { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two readings of any logs: CloudWatch allows some 25 a second to an account.</summary>
    public TimeSpan LogCalls { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the log of a stopped task must have been silent to count as complete.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first wait after a launch that failed for the moment; each is twice as long as the one before.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest of those waits.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a launch is tried. The tasks that run already wait ten minutes for the others, and then give up.</summary>
    public TimeSpan Launching { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>How far ahead of the moment when all tasks are ready their start lies: they have to read it, and to open their connections.</summary>
    public TimeSpan Lead { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long a silence a line says what is waited for.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a new task may be unknown to ECS.</summary>
    public TimeSpan Unseen { get; init; } = TimeSpan.FromMinutes(1);
}
