namespace LoadTest.Engine.Planning;

/// <summary>
/// The part of a plan that one of several workers takes: every <paramref name="Count"/>th operation, beginning with its own index,
/// so that all workers together offer exactly what one worker with the whole plan would.
/// </summary>
/// <param name="Index">Which worker this is, from zero.</param>
/// <param name="Count">How many workers there are; one or more.</param>
public readonly record struct WorkerShare(int Index, int Count)
{
    /// <summary>The share of a worker that is alone.</summary>
    public static WorkerShare Whole { get; } = new(0, 1);

    /// <summary>The plan's number of this worker's operation, both counted from zero.</summary>
    public long PlanIndex(long own) => own * Count + Index;

    /// <summary>How many of the plan's operations are this worker's.</summary>
    public long OwnCount(long total) => total <= Index ? 0 : (total - Index - 1) / Count + 1;

    /// <summary>This worker's part of a number of equal places, such as the concurrency: the parts of all workers add up to it.</summary>
    public int OwnPart(int places) => places / Count + (Index < places % Count ? 1 : 0);
}
