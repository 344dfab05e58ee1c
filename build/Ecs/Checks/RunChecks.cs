using Build.Aws;
using Build.Options;
using Build.Output;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Validation;

namespace Build.Ecs.Checks;

/// <summary>Everything that has to be right before tasks are launched. All that is wrong is reported at once.</summary>
public sealed class RunChecks(AwsClients clients, DeploymentSettings deployment, BuildOptions options, PlanCheck plan, Screen screen)
{
    /// <summary>Checks; gives the image that the tasks will run.</summary>
    /// <exception cref="ProblemException">Something is wrong; it holds all problems.</exception>
    public async Task<string> CheckAsync(RunOrder order, DeployedLoadTest place, EcsAccess aws, CancellationToken cancel)
    {
        var values = await DeployedValues.ReadAsync(await clients.SsmAsync(cancel), place, aws.Session, cancel);
        if (values.DifferenceFrom(deployment.Settings) is { } difference) screen.Line(difference);
        var flags = options.Given.Where(given => order.Flags.Contains(given.ToString()));
        var settings = values.With(flags).SettingsOrThrow();

        var image = new ImageCheck(aws, await clients.EcrAsync(cancel));
        Task<Problem?>[] checks =
        [
            image.CheckAsync(place, cancel),
            new TableCheck(await clients.DynamoDbAsync(cancel), aws.Session).CheckAsync(place, settings, cancel),
            new AddressCheck(await clients.Ec2Async(cancel), screen, aws.Session).CheckAsync(place, order.Tasks, cancel),
            new OtherRunCheck(aws).CheckAsync(place, order, cancel),
        ];
        Problem[] problems = [.. FindMaxRule.CheckTask(settings), .. (await Task.WhenAll(checks)).OfType<Problem>()];
        if (problems.Length > 0) throw new ProblemException(problems);
        await plan.CheckAsync(order, values);
        return image.Image;
    }
}
