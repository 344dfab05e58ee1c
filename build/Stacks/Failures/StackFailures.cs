using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Build.Output;
using Build.Stacks.Calls;
using Build.Stacks.Following;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Failures;

/// <summary>Says why an operation on a stack failed: the root cause first, then what followed from it, and the way back.</summary>
public sealed class StackFailures(Screen screen)
{
    /// <summary>Shows the failure, and gives the problem that sums it up.</summary>
    /// <param name="stack">The stack after it.</param>
    /// <param name="events">What happened, the oldest first.</param>
    /// <param name="code">The kind of problem.</param>
    public Problem Show(DeployedStack stack, IReadOnlyList<StackEvent> events, ErrorCode code)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(events);
        var causes = StackOperation.Causes(events);
        var failed = events.Where(happened => happened.ResourceStatus.Value.EndsWith("_FAILED", StringComparison.Ordinal)).Except(causes).ToList();
        screen.Error($"{stack.Name} is {stack.Status.Value}{(stack.Reason.Length > 0 ? ": " + stack.Reason : "")}");
        foreach (var cause in causes) screen.Error($"  cause    {Text(cause)}");
        foreach (var follower in failed) screen.Error($"  followed {Text(follower)}");
        screen.Error($"  console  {StackArn.ConsoleLink(stack.Id)}");
        var root = causes is [var first, ..] ? Text(first) : $"no event says why; its status is {stack.Status.Value}";
        return new Problem(code, $"{stack.Name}: {root}", StackArn.ConsoleLink(stack.Id), WayBack(stack));
    }

    private static string Text(StackEvent happened) =>
        $"{happened.LogicalResourceId} ({happened.ResourceType}) {happened.ResourceStatus.Value}: {happened.ResourceStatusReason ?? "no reason is given"}";

    private static string WayBack(DeployedStack stack)
    {
        const string again = "correct the cause, and run the same command again";
        var status = stack.Status;
        if (status == StackStatus.UPDATE_ROLLBACK_COMPLETE) return $"the stack is as it was before; {again}";
        if (status == StackStatus.UPDATE_ROLLBACK_FAILED) return $"{again}: it offers to continue the rollback";
        if (status == StackStatus.ROLLBACK_COMPLETE) return $"what was made is removed; {again}: it asks, removes the failed stack, and makes it anew";
        if (status == StackStatus.DELETE_FAILED) return $"some resources are left; {again}: it deletes them";
        return stack.Phase == StackPhase.Failed ? $"{again}: it asks, removes the failed stack, and makes it anew" : again;
    }
}
