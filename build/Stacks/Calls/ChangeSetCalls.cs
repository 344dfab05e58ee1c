using Amazon.CloudFormation.Model;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Calls;

/// <summary>The calls about change sets. Each names the stack too: that is what permissions are given for.</summary>
public sealed class ChangeSetCalls(PatientClient client)
{
    /// <summary>Checks a template's form.</summary>
    public Task ValidateAsync(string file, string template, CancellationToken cancel) => client.AskAsync(
        $"validate {file}",
        cloud => cloud.ValidateTemplateAsync(new ValidateTemplateRequest { TemplateBody = template }, cancel), cancel);

    /// <summary>Begins to make a change set.</summary>
    /// <returns>Its ARN, and that of the stack.</returns>
    public async Task<(string Id, string StackId)> CreateAsync(CreateChangeSetRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = await client.AskAsync(
            $"create a change set for {request.StackName}", cloud => cloud.CreateChangeSetAsync(request, cancel), cancel);
        return (answer.Id, answer.StackId);
    }

    /// <summary>How far a change set is, with the changes of all pages.</summary>
    public async Task<DescribeChangeSetResponse> DescribeAsync(string id, string stackId, CancellationToken cancel)
    {
        var request = new DescribeChangeSetRequest { ChangeSetName = id, StackName = stackId };
        var whole = await PageAsync(request, cancel);
        whole.Changes ??= [];
        for (request.NextToken = whole.NextToken; !string.IsNullOrEmpty(request.NextToken);)
        {
            var page = await PageAsync(request, cancel);
            whole.Changes.AddRange(page.Changes ?? []);
            request.NextToken = page.NextToken;
        }

        return whole;
    }

    /// <summary>Begins the changes.</summary>
    public Task ExecuteAsync(string id, string stackId, CancellationToken cancel)
    {
        var request = new ExecuteChangeSetRequest { ChangeSetName = id, StackName = stackId, ClientRequestToken = RequestToken.New() };
        return client.AskAsync("execute the change set", cloud => cloud.ExecuteChangeSetAsync(request, cancel), cancel);
    }

    /// <summary>Removes a change set; one that is gone already is no error.</summary>
    public async Task DeleteAsync(string id, string stackId, CancellationToken cancel)
    {
        try
        {
            var request = new DeleteChangeSetRequest { ChangeSetName = id, StackName = stackId };
            await client.AskAsync("remove the change set", cloud => cloud.DeleteChangeSetAsync(request, cancel), cancel);
        }
        catch (ProblemException problem) when (problem.InnerException is ChangeSetNotFoundException)
        {
            // It expired, or someone else removed it.
        }
    }

    private Task<DescribeChangeSetResponse> PageAsync(DescribeChangeSetRequest request, CancellationToken cancel) =>
        client.AskAsync("read the change set", cloud => cloud.DescribeChangeSetAsync(request, cancel), cancel);
}
