using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Build.Errors;
using Task = System.Threading.Tasks.Task;

namespace Build.Ecs.Endings;

/// <summary>Stops the tasks of a run: those that are known, and those that ECS lists by the run's mark, should an answer have been lost.</summary>
internal sealed class TaskStopper(EcsAccess aws, string cluster, EcsPace pace, TimeProvider time)
{
    private const int LongestReason = 255;

    /// <summary>Stops them. It is not broken off by anything but a failure: a task must not be left behind.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="reason">Why, for those who look at the tasks.</param>
    /// <returns>The tasks that were told to stop.</returns>
    public async Task<IReadOnlyList<string>> StopAsync(string runId, string reason)
    {
        var told = new List<string>();
        // Twice: what was launched a moment ago can be missing in the first list.
        for (var isLast = false; ;)
        {
            var running = await ListAsync(runId, DesiredStatus.RUNNING, CancellationToken.None);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8 };
            await Parallel.ForEachAsync(running, parallel, async (arn, _) => await StopTaskAsync(arn, reason));
            told.AddRange(running);
            if (running.Count == 0 && isLast) return [.. told.Distinct()];
            isLast = running.Count == 0;
            await Task.Delay(pace.States, time);
        }
    }

    /// <summary>The tasks of a run that are to run, or that have stopped within the hour.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string runId, DesiredStatus status, CancellationToken cancel)
    {
        var arns = new List<string>();
        var request = new ListTasksRequest { Cluster = cluster, StartedBy = TaskName.StartedBy(runId), DesiredStatus = status };
        do
        {
            var page = await PatientlyAsync("list the tasks of the run", () => aws.Ecs.ListTasksAsync(request, cancel));
            arns.AddRange(page.TaskArns ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return arns;
    }

    private Task<StopTaskResponse> StopTaskAsync(string arn, string reason)
    {
        var request = new StopTaskRequest { Cluster = cluster, Task = arn, Reason = reason.Length > LongestReason ? reason[..LongestReason] : reason };
        return PatientlyAsync("stop a task", () => aws.Ecs.StopTaskAsync(request));
    }

    private async Task<T> PatientlyAsync<T>(string doing, Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await AwsFailures.ExplainAsync($"{doing} in cluster {cluster}", aws.Session, call, IsThrottled);
            }
            catch (AmazonServiceException busy) when (IsThrottled(busy))
            {
                await Task.Delay(pace.FirstRetry, time);
            }
        }
    }

    private static bool IsThrottled(AmazonServiceException failure) => ServiceErrors.KindOf(failure) == ServiceErrorKind.Throttled;
}
