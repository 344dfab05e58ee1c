using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Build.Stacks.Calls;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Changes;

/// <summary>Makes change sets, and removes those that are not executed.</summary>
public sealed class ChangeSetMaker(ChangeSetCalls calls, StackCalls stacks, TimeProvider time, Pace pace)
{
    /// <summary>Works out what has to change.</summary>
    /// <param name="wanted">The stack as it is to be.</param>
    /// <param name="exists">Whether there is such a stack.</param>
    /// <param name="cancel">Ends the waiting; what was begun is removed then.</param>
    /// <returns>Null when nothing changes.</returns>
    /// <exception cref="ProblemException">CloudFormation refuses the template or its parameters.</exception>
    public async Task<ChangeSet?> MakeAsync(WantedStack wanted, bool exists, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await calls.ValidateAsync(wanted.Stack.TemplateFile, wanted.Template, cancel);
        var (id, stackId) = await BeginAsync(wanted, exists, cancel);
        var made = new ChangeSet(id, stackId, !exists, []);
        try
        {
            var described = await WaitAsync(made, cancel);
            if (described.Status == ChangeSetStatus.CREATE_COMPLETE)
                return made with { Changes = [.. described.Changes.Where(change => change.ResourceChange is not null).Select(change => PlannedChange.Of(change.ResourceChange))] };
            await DiscardAsync(made);
            return IsEmpty(described) ? null : throw Refused(wanted, described.StatusReason);
        }
        catch (OperationCanceledException)
        {
            await DiscardAsync(made);
            throw;
        }
    }

    /// <summary>Removes a change set, and the stack too where it is there for nothing else. Not cancelled by anything: it takes a few seconds.</summary>
    public async Task DiscardAsync(ChangeSet changeSet)
    {
        ArgumentNullException.ThrowIfNull(changeSet);
        await calls.DeleteAsync(changeSet.Id, changeSet.StackId, CancellationToken.None);
        if (!changeSet.MadeStack) return;
        var stack = await stacks.FindAsync(changeSet.StackId, CancellationToken.None);
        if (stack is not { Phase: StackPhase.InReview }) return;
        await stacks.DeleteAsync(stack.Id, CancellationToken.None);
        for (var pause = pace.First; stack is { Phase: StackPhase.InReview or StackPhase.Busy }; pause = pace.After(pause))
        {
            await Task.Delay(pause, time);
            stack = await stacks.FindAsync(stack.Id, CancellationToken.None);
        }
    }

    private async Task<(string Id, string StackId)> BeginAsync(WantedStack wanted, bool exists, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            // Not cancelled half-way: then nobody would know whether there is one to remove.
            return await calls.CreateAsync(Request(wanted, exists), CancellationToken.None);
        }
        catch (ProblemException problem) when (problem.InnerException is InsufficientCapabilitiesException lacking)
        {
            throw new ProblemException(
                new Problem(
                    ErrorCodes.CapabilityMissing, $"{wanted.Name}: {lacking.Message}", "cloudformation/stacks.json",
                    $"where that is wanted, name the capability under 'capabilities' of {wanted.Part}"),
                lacking);
        }
    }

    private static CreateChangeSetRequest Request(WantedStack wanted, bool exists)
    {
        var token = RequestToken.New();
        return new CreateChangeSetRequest
        {
            StackName = wanted.Name,
            ChangeSetName = token,
            ClientToken = token,
            ChangeSetType = exists ? ChangeSetType.UPDATE : ChangeSetType.CREATE,
            TemplateBody = wanted.Template,
            Parameters = [.. wanted.Parameters.Select(parameter => new Parameter { ParameterKey = parameter.Key, ParameterValue = parameter.Value })],
            Capabilities = [.. wanted.Stack.Capabilities],
            Tags = [.. wanted.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
    }

    private async Task<DescribeChangeSetResponse> WaitAsync(ChangeSet made, CancellationToken cancel)
    {
        var pause = pace.First;
        while (true)
        {
            var described = await calls.DescribeAsync(made.Id, made.StackId, cancel);
            if (described.Status != ChangeSetStatus.CREATE_PENDING && described.Status != ChangeSetStatus.CREATE_IN_PROGRESS) return described;
            await Task.Delay(pause, time, cancel);
            pause = pace.After(pause);
        }
    }

    // A change set without changes fails, and only its reason tells it from one that is wrong.
    private static bool IsEmpty(DescribeChangeSetResponse described) =>
        described.StatusReason is { } reason
        && (reason.Contains("didn't contain changes", StringComparison.Ordinal) || reason.Contains("No updates are to be performed", StringComparison.Ordinal));

    private static ProblemException Refused(WantedStack wanted, string? reason) => new(new Problem(
        ErrorCodes.ChangeSetRefused, $"CloudFormation refuses the changes of {wanted.Name}: {reason ?? "no reason is given"}",
        $"cloudformation/{wanted.Stack.TemplateFile}", "correct the template or the setting that the reason names; ./build.sh --target=Lint checks both without AWS"));
}
