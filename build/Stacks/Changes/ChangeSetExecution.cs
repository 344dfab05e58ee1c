using Amazon.CloudFormation.Model;
using Build.Output;
using Build.Stacks.Calls;
using Build.Stacks.Following;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Changes;

/// <summary>Executes change sets, and follows what happens.</summary>
public sealed class ChangeSetExecution(ChangeSetCalls calls, ChangeSetMaker maker, StackCalls stacks, StackFollower follower, Screen screen)
{
    /// <summary>Executes a change set, and follows it to its end, good or bad.</summary>
    /// <returns>Null when the change set is out of date: someone changed the stack meanwhile, or it expired. Nothing was done then.</returns>
    public async Task<Followed?> ExecuteAsync(string part, ChangeSet changeSet, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(changeSet);
        var (isCurrent, before) = await BeginAsync(changeSet, cancel);
        if (!isCurrent) return null;
        try
        {
            return await follower.FollowAsync(part, changeSet.StackId, before, cancel);
        }
        catch (OperationCanceledException)
        {
            screen.Error($"{StackArn.NameOf(changeSet.StackId)}: CloudFormation goes on with what was begun; run the same command again to follow it, or look at it:");
            screen.Error($"  {StackArn.ConsoleLink(changeSet.StackId)}");
            throw;
        }
    }

    private async Task<(bool IsCurrent, string? Before)> BeginAsync(ChangeSet changeSet, CancellationToken cancel)
    {
        try
        {
            var before = await stacks.NewestEventAsync(changeSet.StackId, cancel);
            cancel.ThrowIfCancellationRequested();

            // Not cancelled half-way: then nobody would know whether it goes on.
            await calls.ExecuteAsync(changeSet.Id, changeSet.StackId, CancellationToken.None);
            return (true, before);
        }
        catch (ProblemException problem) when (problem.InnerException is ChangeSetNotFoundException or InvalidChangeSetStatusException)
        {
            await maker.DiscardAsync(changeSet);
            return (false, null);
        }
        catch
        {
            await maker.DiscardAsync(changeSet);
            throw;
        }
    }
}
