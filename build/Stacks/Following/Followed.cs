using Amazon.CloudFormation.Model;

namespace Build.Stacks.Following;

/// <summary>How an operation on a stack ended.</summary>
/// <param name="Stack">The stack afterwards; null, or in the phase <see cref="StackPhase.Gone"/>, when it was deleted.</param>
/// <param name="Events">What happened, the oldest first.</param>
public sealed record Followed(DeployedStack? Stack, IReadOnlyList<StackEvent> Events)
{
    /// <summary>Whether the stack is not there any more.</summary>
    public bool IsGone => Stack is null or { Phase: StackPhase.Gone };

    /// <summary>From the first event to the last one, by the server's clock.</summary>
    public TimeSpan Duration => Events is [var first, .., var last] && first.Timestamp is { } from && last.Timestamp is { } to ? to - from : TimeSpan.Zero;
}
