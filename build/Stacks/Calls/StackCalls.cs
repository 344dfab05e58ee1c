using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Calls;

/// <summary>The calls about stacks.</summary>
public sealed class StackCalls(PatientClient client)
{
    /// <summary>The stack of a name, or of an ARN even after its deletion; null where there is none.</summary>
    public async Task<DeployedStack?> FindAsync(string nameOrId, CancellationToken cancel)
    {
        try
        {
            var answer = await client.AskAsync(
                $"look at the stack {nameOrId}",
                cloud => cloud.DescribeStacksAsync(new DescribeStacksRequest { StackName = nameOrId }, cancel), cancel);
            return answer.Stacks is [var stack, ..] ? DeployedStack.Of(stack) : null;
        }
        catch (ProblemException problem) when (SaysMissing(problem))
        {
            return null;
        }
    }

    /// <summary>The template of a stack as it was sent.</summary>
    public async Task<string> TemplateAsync(string name, CancellationToken cancel)
    {
        var request = new GetTemplateRequest { StackName = name, TemplateStage = TemplateStage.Original };
        var answer = await client.AskAsync($"read the template of {name}", cloud => cloud.GetTemplateAsync(request, cancel), cancel);
        return answer.TemplateBody ?? "";
    }

    /// <summary>The names of all stacks that are there and begin so.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancel)
    {
        var names = new List<string>();
        var request = new ListStacksRequest();
        do
        {
            var answer = await client.AskAsync("list the stacks", cloud => cloud.ListStacksAsync(request, cancel), cancel);
            names.AddRange((answer.StackSummaries ?? [])
                .Where(stack => stack.StackStatus != StackStatus.DELETE_COMPLETE && stack.StackName.StartsWith(prefix, StringComparison.Ordinal))
                .Select(stack => stack.StackName));
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return names;
    }

    /// <summary>What a stack consists of.</summary>
    public async Task<IReadOnlyList<StackResource>> ResourcesAsync(string name, CancellationToken cancel)
    {
        var request = new DescribeStackResourcesRequest { StackName = name };
        var answer = await client.AskAsync(
            $"list the resources of {name}", cloud => cloud.DescribeStackResourcesAsync(request, cancel), cancel);
        return answer.StackResources ?? [];
    }

    /// <summary>The id of the newest event of a stack: what comes after it belongs to what is begun next.</summary>
    public async Task<string?> NewestEventAsync(string stackId, CancellationToken cancel)
    {
        var request = new DescribeStackEventsRequest { StackName = stackId };
        var answer = await client.AskAsync(
            $"read the events of {StackArn.NameOf(stackId)}", cloud => cloud.DescribeStackEventsAsync(request, cancel), cancel);
        return answer.StackEvents is [var newest, ..] ? newest.EventId : null;
    }

    /// <summary>What happened to a stack, the oldest first.</summary>
    /// <param name="stackId">Its ARN.</param>
    /// <param name="after">The event to begin after; null for all.</param>
    /// <param name="cancel">Ends the calls.</param>
    public async Task<IReadOnlyList<StackEvent>> EventsAsync(string stackId, string? after, CancellationToken cancel)
    {
        var events = new List<StackEvent>();
        var request = new DescribeStackEventsRequest { StackName = stackId };
        do
        {
            var answer = await client.AskAsync(
                $"read the events of {StackArn.NameOf(stackId)}", cloud => cloud.DescribeStackEventsAsync(request, cancel), cancel);
            var page = answer.StackEvents ?? [];
            var known = after is null ? -1 : page.FindIndex(happened => happened.EventId == after);
            events.AddRange(known < 0 ? page : page.Take(known));
            request.NextToken = known < 0 ? answer.NextToken : null;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        events.Reverse();
        return events;
    }

    /// <summary>Begins to delete a stack.</summary>
    public Task DeleteAsync(string stackId, CancellationToken cancel)
    {
        var request = new DeleteStackRequest { StackName = stackId, ClientRequestToken = RequestToken.New() };
        return client.AskAsync($"delete the stack {StackArn.NameOf(stackId)}", cloud => cloud.DeleteStackAsync(request, cancel), cancel);
    }

    /// <summary>Takes up a rollback that got stuck.</summary>
    public Task ContinueRollbackAsync(string stackId, CancellationToken cancel)
    {
        var request = new ContinueUpdateRollbackRequest { StackName = stackId, ClientRequestToken = RequestToken.New() };
        return client.AskAsync(
            $"continue the rollback of {StackArn.NameOf(stackId)}", cloud => cloud.ContinueUpdateRollbackAsync(request, cancel), cancel);
    }

    // CloudFormation has no error of its own for it.
    private static bool SaysMissing(ProblemException problem) =>
        problem.InnerException is AmazonCloudFormationException { ErrorCode: "ValidationError" } refused
        && refused.Message.Contains("does not exist", StringComparison.Ordinal);
}
