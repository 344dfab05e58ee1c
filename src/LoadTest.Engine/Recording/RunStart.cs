using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Recording;

/// <summary>What is known when the measured part begins.</summary>
/// <param name="At">The measured part's start: what intervals count from.</param>
/// <param name="Operations">The names of the target's operations, in the order of the intervals' figures.</param>
/// <param name="Categories">The categories that occur, in the target's order.</param>
public sealed record RunStart(DateTimeOffset At, IReadOnlyList<string> Operations, IReadOnlyList<OutcomeCategory> Categories);
