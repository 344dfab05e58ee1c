using System.Collections.Concurrent;
using System.Globalization;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Build.Errors;
using Build.Output;
using LoadTest.Configuration.Problems;
using Task = System.Threading.Tasks.Task;

namespace Build.Ecs.Launching;

/// <summary>Starts the tasks of a run: up to ten by a call, some calls side by side, again and again where ECS has no room for the moment.</summary>
internal sealed class TaskLauncher(EcsAccess aws, DeployedLoadTest place, RunOrder order, Screen screen, EcsPace pace, TimeProvider time)
{
    private const int MostInACall = 10;
    private const int CallsAtOnce = 5;
    private readonly ConcurrentQueue<string> _arns = new();

    /// <summary>Starts them all; gives their ARNs, in no order.</summary>
    /// <param name="stop">Begins no further call; those that are under way are waited for, as they may have started tasks.</param>
    /// <exception cref="ProblemException">Not all could be started; others may run.</exception>
    public async Task<IReadOnlyList<string>> LaunchAsync(CancellationToken stop)
    {
        var batches = Enumerable.Range(0, order.Tasks).Chunk(MostInACall).Select(batch => batch.Length);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(batches, parallel, async (count, token) => await LaunchBatchAsync(count, token));
        return [.. _arns];
    }

    private async Task LaunchBatchAsync(int count, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        for (var wait = pace.FirstRetry; count > 0; wait = Longer(wait))
        {
            var (started, reason) = await TryAsync(count, stop);
            count -= started;
            if (count == 0) return;
            if (!Placement.Passes(reason) || time.GetElapsedTime(began) > pace.Launching) throw new ProblemException(Refused(count, reason));
            screen.Line($"ECS does not start {TaskName.Count(count)} for the moment ({reason}): tried again in {Seconds(wait)}, for up to {Seconds(pace.Launching)}");
            await Task.Delay(wait, time, stop);
        }
    }

    // One wish with one token: however often it is sent, it starts the tasks once.
    private async Task<(int Started, string Reason)> TryAsync(int count, CancellationToken stop)
    {
        var request = Request(count);
        for (var wait = pace.FirstRetry; ; wait = Longer(wait))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                var answer = await AwsFailures.ExplainAsync(
                    $"start {TaskName.Count(count)} in cluster {place.Cluster}", aws.Session, () => aws.Ecs.RunTaskAsync(request, CancellationToken.None), IsForNow);
                foreach (var task in answer.Tasks ?? []) _arns.Enqueue(task.TaskArn);
                return (answer.Tasks?.Count ?? 0, answer.Failures?.FirstOrDefault() is { } failure ? $"{failure.Reason} {failure.Detail}".Trim() : "no reason given");
            }
            catch (AmazonServiceException busy) when (ServiceErrors.KindOf(busy) == ServiceErrorKind.Throttled)
            {
                await Task.Delay(wait, time, stop);
            }
            catch (AmazonServiceException full) when (Placement.Passes(full.Message))
            {
                return (0, full.Message);
            }
        }
    }

    private static bool IsForNow(AmazonServiceException failure) =>
        ServiceErrors.KindOf(failure) == ServiceErrorKind.Throttled || Placement.Passes(failure.Message);

    private RunTaskRequest Request(int count) => new()
    {
        Cluster = place.Cluster,
        TaskDefinition = place.TaskDefinition,
        Count = count,
        ClientToken = Guid.NewGuid().ToString(),
        StartedBy = TaskName.StartedBy(order.RunId),
        LaunchType = order.IsSpot ? null : LaunchType.FARGATE,
        CapacityProviderStrategy = order.IsSpot ? [new CapacityProviderStrategyItem { CapacityProvider = "FARGATE_SPOT", Weight = 1 }] : null,
        PropagateTags = PropagateTags.TASK_DEFINITION,
        NetworkConfiguration = new NetworkConfiguration
        {
            AwsvpcConfiguration = new AwsVpcConfiguration
            {
                Subnets = [.. place.SubnetIds],
                SecurityGroups = [place.SecurityGroupId],
                AssignPublicIp = AssignPublicIp.DISABLED,
            },
        },
        Overrides = new TaskOverride { ContainerOverrides = [new ContainerOverride { Name = place.Container, Command = [.. order.Command] }] },
    };

    private Problem Refused(int count, string reason)
    {
        var what = $"ECS did not start {TaskName.Count(count)} of {TaskName.Count(order.Tasks)}: {reason}{(aws.Session is null ? "" : $" ({aws.Session.Who})")}";
        if (Placement.IsQuota(reason))
        {
            return new Problem(ErrorCodes.TaskQuota, what, null, "ask for more with: aws service-quotas request-service-quota-increase --service-code fargate --quota-code L-3032A538 --desired-value N; or take fewer --tasks");
        }

        return Placement.Passes(reason)
            ? new Problem(ErrorCodes.NoCapacity, what, null, "try again later, in more zones, without --spot, or with fewer --tasks")
            : new Problem(ErrorCodes.LaunchFailed, what, null, "put right what ECS says, and run the same command again");
    }

    private TimeSpan Longer(TimeSpan wait) => wait * 2 < pace.LongestRetry ? wait * 2 : pace.LongestRetry;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
