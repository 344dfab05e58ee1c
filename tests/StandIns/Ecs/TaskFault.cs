namespace StandIns.Ecs;

/// <summary>What goes wrong with one task.</summary>
public enum TaskFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its image cannot be pulled: it never runs.</summary>
    ImagePull,

    /// <summary>Its role or its way to AWS is broken: it never runs.</summary>
    ResourceInitialization,

    /// <summary>There is no machine for it after all: it never runs.</summary>
    NoCapacity,

    /// <summary>Its process is killed from outside, and ends with 137.</summary>
    Killed,

    /// <summary>It is killed because its memory does not suffice.</summary>
    OutOfMemory,

    /// <summary>Its machine is taken away: SIGTERM, and the end.</summary>
    SpotInterruption,

    /// <summary>It ends by itself, and nobody knows its exit code.</summary>
    NoExitCode,
}

/// <summary>What ECS does wrong, switched by a test at any time.</summary>
public sealed class EcsFaults
{
    private readonly Dictionary<int, (TaskFault Fault, TimeSpan After)> _ofTasks = [];
    private readonly Lock _gate = new();

    /// <summary>How many of the next RunTask calls are refused with ThrottlingException.</summary>
    public int ThrottledLaunches { get; set; }

    /// <summary>How many of the next tasks are among the failures of an answer with status 200, though asked for.</summary>
    public long FailedPlacements { get; set; }

    /// <summary>How many tasks there is room for at all; those beyond are among the failures, whenever they are asked for.</summary>
    public int Room { get; set; } = int.MaxValue;

    /// <summary>The reason of <see cref="FailedPlacements"/>: about capacity, which passes, or about something that stays.</summary>
    public string PlacementReason { get; set; } = "Capacity is unavailable at this time. Please try again later or in a different availability zone";

    /// <summary>How many of the next tasks lose the answer of their RunTask: they start, and the caller is answered with status 500.</summary>
    public int LostAnswers { get; set; }

    /// <summary>How many of the next DescribeTasks calls are refused with ThrottlingException.</summary>
    public int ThrottledDescriptions { get; set; }

    /// <summary>How long a new task cannot be seen yet.</summary>
    public TimeSpan InvisibleFor { get; set; }

    /// <summary>How much longer than the others a task takes to run, by the order of launching, from 0.</summary>
    public Func<int, TimeSpan> LateBy { get; set; } = _ => TimeSpan.Zero;

    /// <summary>Lets something go wrong with a task.</summary>
    /// <param name="task">The task by the order of launching, from 0.</param>
    /// <param name="fault">What.</param>
    /// <param name="after">How long it runs before.</param>
    public void Given(int task, TaskFault fault, TimeSpan after = default)
    {
        lock (_gate) _ofTasks[task] = (fault, after);
    }

    internal (TaskFault Fault, TimeSpan After) Of(int task)
    {
        lock (_gate) return _ofTasks.GetValueOrDefault(task);
    }
}
