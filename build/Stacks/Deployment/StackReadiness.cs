using Build.Output;
using Build.Stacks.Calls;
using Build.Stacks.Failures;
using Build.Stacks.Following;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Deployment;

/// <summary>Brings a stack into a state from which it can be deployed.</summary>
public sealed class StackReadiness(
    StackCalls calls, StackFollower follower, StackRemoval removal, StackFailures failures, Confirmation confirmation, Screen screen)
{
    /// <summary>Looks at a stack, and waits, visibly, while something goes on in it.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<DeployedStack?> WaitAsync(string part, string name, CancellationToken cancel)
    {
        var stack = await calls.FindAsync(name, cancel);
        while (stack is { Phase: StackPhase.Busy })
        {
            var followed = await follower.ResumeAsync(part, stack, cancel);
            stack = followed.IsGone ? null : followed.Stack;
        }

        return stack is { Phase: StackPhase.Gone } ? null : stack;
    }

    /// <summary>Clears what a failed or unfinished deployment left behind; asks before something is removed.</summary>
    /// <returns>The stack that can be updated; null where one has to be created.</returns>
    /// <exception cref="ProblemException">The answer is no, or only a person can say how it goes on.</exception>
    public async Task<DeployedStack?> ClearAsync(string part, DeployedStack? stack, CancellationToken cancel)
    {
        switch (stack?.Phase)
        {
            case null or StackPhase.Settled:
                return stack;
            case StackPhase.InReview:
                await confirmation.RequireAsync($"{stack.Name} holds nothing but a change set that was never executed (REVIEW_IN_PROGRESS). Remove it?", cancel);
                await removal.RemoveAsync(part, stack, cancel);
                return null;
            case StackPhase.Failed:
                await ShowAsync(stack, cancel);
                await confirmation.RequireAsync($"{stack.Name} failed earlier ({stack.Status.Value}), and has to be removed before it can be created. Remove it?", cancel);
                await removal.RemoveAsync(part, stack, cancel);
                return null;
            case StackPhase.RollbackStuck:
                return await ContinueRollbackAsync(part, stack, cancel);
            default:
                throw new ProblemException(new Problem(
                    ErrorCodes.StackState, $"{stack.Name} is {stack.Status.Value}, from which no deployment leads on: {stack.Reason}",
                    StackArn.ConsoleLink(stack.Id), "bring it into a COMPLETE state in the console, and run the same command again"));
        }
    }

    private async Task<DeployedStack> ContinueRollbackAsync(string part, DeployedStack stack, CancellationToken cancel)
    {
        var stuck = StackOperation.StuckAt(StackOperation.Last(await calls.EventsAsync(stack.Id, after: null, cancel)));
        screen.Line($"{stack.Name} is stuck on the way back from a failed update (UPDATE_ROLLBACK_FAILED):");
        foreach (var at in stuck) screen.Line($"  {at.LogicalResourceId} ({at.ResourceType}): {at.ResourceStatusReason}");
        await confirmation.RequireAsync("Is the cause removed, and the rollback to be continued?", cancel);
        var before = await calls.NewestEventAsync(stack.Id, cancel);
        await calls.ContinueRollbackAsync(stack.Id, cancel);
        var followed = await follower.FollowAsync(part, stack.Id, before, cancel);
        return followed.Stack is { Phase: StackPhase.Settled } settled
            ? settled
            : throw new ProblemException(failures.Show(followed.Stack ?? stack, followed.Events, ErrorCodes.StackNotDeployed));
    }

    private async Task ShowAsync(DeployedStack stack, CancellationToken cancel)
    {
        foreach (var cause in StackOperation.Causes(StackOperation.Last(await calls.EventsAsync(stack.Id, after: null, cancel))))
            screen.Line($"  {stack.Name} failed because of {cause.LogicalResourceId} ({cause.ResourceType}): {cause.ResourceStatusReason}");
    }
}
