namespace Build.Stacks.Changes;

/// <summary>A change set that waits to be executed.</summary>
/// <param name="Id">Its ARN.</param>
/// <param name="StackId">The ARN of its stack.</param>
/// <param name="MadeStack">Whether the stack is there only because of it.</param>
/// <param name="Changes">What it will do.</param>
public sealed record ChangeSet(string Id, string StackId, bool MadeStack, IReadOnlyList<PlannedChange> Changes);
