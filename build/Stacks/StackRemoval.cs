using Build.Stacks.Calls;
using Build.Stacks.Failures;
using Build.Stacks.Following;
using LoadTest.Configuration.Problems;

namespace Build.Stacks;

/// <summary>Deletes a stack, and follows it to its end.</summary>
public sealed class StackRemoval(StackCalls calls, StackFollower follower, StackFailures failures)
{
    /// <summary>Returns when the stack is gone.</summary>
    /// <exception cref="ProblemException">It is protected, or something of it could not be deleted.</exception>
    public async Task<Followed> RemoveAsync(string part, DeployedStack stack, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stack);
        if (stack.IsProtected) throw new ProblemException(Protected(stack));
        var before = await calls.NewestEventAsync(stack.Id, cancel);
        await calls.DeleteAsync(stack.Id, cancel);
        var followed = await follower.FollowAsync(part, stack.Id, before, cancel);
        return followed.IsGone ? followed : throw new ProblemException(failures.Show(followed.Stack!, followed.Events, ErrorCodes.StackNotDeleted));
    }

    /// <summary>The problem with a stack that refuses to be deleted.</summary>
    public static Problem Protected(DeployedStack stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return new Problem(
            ErrorCodes.TerminationProtection, $"{stack.Name} is protected against deletion", StackArn.ConsoleLink(stack.Id),
            $"if it really is to go: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name {stack.Name}");
    }
}
