using LoadTest.Engine.Planning;

namespace LoadTest.Workers;

/// <summary>When a task ends by itself, whatever happens: ECS has no limit of its own.</summary>
public static class TaskLimit
{
    // The last answers, the reports and the upload after a load that took all of its longest duration.
    private static readonly TimeSpan WindingUp = TimeSpan.FromMinutes(1);

    /// <summary>From now to the end: what goes before the measured part, its longest duration, and a minute.</summary>
    public static TimeSpan Of(LoadPlan plan, DateTimeOffset now)
    {
        var untilStart = plan.Start - now is { } wait && wait > plan.WarmUp ? wait : plan.WarmUp;
        return untilStart + plan.MaxDuration + WindingUp;
    }
}
