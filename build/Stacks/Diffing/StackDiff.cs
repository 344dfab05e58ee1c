using Build.Aws;
using Build.Images;
using Build.Options;
using Build.Output;
using Build.Stacks.Calls;
using Build.Stacks.Changes;
using Build.Stacks.Deployment;
using Build.Templates.Reading;
using Build.Templates.Wiring;
using LoadTest.Configuration.Options;

namespace Build.Stacks.Diffing;

/// <summary>Shows what a deployment would change. The change sets that it needs for that are removed again, and so are their frames.</summary>
public sealed class StackDiff(
    DeploymentSettings settings, AwsClients clients, StackSource source, StackCalls calls, StackPlanner planner, ImageNeed need,
    Screen screen,
    Outcome outcome)
{
    /// <summary>Shows the changes of every stack; each is compared with the outputs of the others as they are now.</summary>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">CloudFormation refuses a template or a call.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (LocalEnvironment.IsMeant(settings, screen, "compare")) return;
        var values = settings.Settings;
        var names = StackNames.Of(values);
        var found = await Task.WhenAll(source.Templates.Stacks.Select(stack => calls.FindAsync(names.Of(stack), cancel)));
        var deployed = source.Templates.Stacks.Zip(found).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Name, pair => pair.Second!);
        var region = (await clients.SessionAsync(cancel)).Region.SystemName;
        var image = await ImageAsync(deployed.GetValueOrDefault("loadtest"), cancel);
        var parameters = new StackParameters(source.Templates, values, AutomationValues.Of(values, region, image));
        var outputs = deployed.Where(stack => stack.Value.Phase == StackPhase.Settled).ToDictionary(stack => stack.Key, stack => stack.Value.Outputs);

        var plannable = new List<(WantedStack, DeployedStack?)>();
        foreach (var stack in parameters.Stacks)
        {
            var there = deployed.GetValueOrDefault(stack.Name);
            if (there is { Phase: not StackPhase.Settled }) screen.Line($"{there.Name} is {there.Status.Value}: see docs/stacks.md for what a deployment does about it");
            else if (Wanted(stack, image, parameters, outputs) is { } wanted) plannable.Add((wanted, there));
            else Preview(stack, names.Of(stack));
        }

        await ShowAsync(plannable, cancel);
    }

    private async Task ShowAsync(IReadOnlyList<(WantedStack, DeployedStack?)> stacks, CancellationToken cancel)
    {
        var plans = await planner.PlanAsync(stacks, cancel);
        try
        {
            planner.Show(plans);
            outcome.Report("diff", plans.Select(plan => new { stack = plan.Wanted.Name, isNew = plan.Deployed is null, changes = plan.ChangeSet?.Changes ?? [] }));
        }
        finally
        {
            await planner.DiscardAsync(plans);
        }
    }

    // No image is built for a look: where the one that the files make is not in the repository, the deployed one stands in for it, if any.
    private async Task<string> ImageAsync(DeployedStack? loadTest, CancellationToken cancel)
    {
        if (await need.KnownAsync(cancel) is { } known) return known;
        screen.Line("the image of these files is not in the repository yet: Deploy builds and pushes it, and changes the task definition");
        return loadTest?.Parameters.GetValueOrDefault(nameof(EcsOptions.ContainerImage)) ?? "";
    }

    // Null where something that the stack is deployed with is not there yet.
    private WantedStack? Wanted(Stack stack, string image, StackParameters parameters, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> outputs)
    {
        if (image.Length == 0 && stack.Passed.Values.Contains("automation.image")) return null;
        try
        {
            return source.Wanted(stack, settings.Settings, parameters.Of(stack, outputs));
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    private void Preview(Stack stack, string name)
    {
        var changes = TemplatePreview.Of(source.Templates[stack.Name]);
        screen.Line($"{name} is new, and what it needs is not there yet; its template says: {ChangeTable.Summary(changes)}");
        foreach (var line in ChangeTable.Lines(changes)) screen.Line(line);
    }
}
