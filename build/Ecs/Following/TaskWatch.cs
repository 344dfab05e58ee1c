using Amazon.ECS.Model;
using Amazon.Runtime;
using Build.Ecs.Endings;
using Build.Errors;
using Task = System.Threading.Tasks.Task;

namespace Build.Ecs.Following;

/// <summary>Looks at the tasks of a run, and keeps what was seen last: ECS shows a new task late, and forgets a stopped one.</summary>
/// <param name="aws">The service.</param>
/// <param name="cluster">Where the tasks run.</param>
/// <param name="arns">The tasks, by their index.</param>
/// <param name="pace">How long is waited.</param>
/// <param name="time">For the waits.</param>
internal sealed class TaskWatch(EcsAccess aws, string cluster, IReadOnlyList<string> arns, EcsPace pace, TimeProvider time)
{
    private const int MostInACall = 100;

    // A look can miss a task that is there: ECS answers from several places.
    private const int LooksUntilGone = 3;
    private readonly TaskState[] _states = [.. arns.Select((arn, index) => new TaskState(index, arn, "PROVISIONING"))];
    private readonly int[] _missed = new int[arns.Count];
    private readonly long _began = time.GetTimestamp();

    /// <summary>The tasks as they were seen last, by their index.</summary>
    public IReadOnlyList<TaskState> States => _states;


    /// <summary>Looks at those that have not stopped; gives those that changed.</summary>
    public async Task<IReadOnlyList<TaskState>> LookAsync(CancellationToken cancel)
    {
        var changed = new List<TaskState>();
        foreach (var batch in _states.Where(state => !state.HasStopped).Chunk(MostInACall))
        {
            var answer = await DescribeAsync([.. batch.Select(state => state.Arn)], cancel);
            var found = (answer.Tasks ?? []).ToDictionary(task => task.TaskArn);
            foreach (var before in batch)
            {
                var now = found.TryGetValue(before.Arn, out var task) ? Seen(before, task) : Missed(before);
                if (now == before) continue;
                _states[before.Index] = now;
                changed.Add(now);
            }
        }

        return changed;
    }

    private TaskState Seen(TaskState before, Amazon.ECS.Model.Task task)
    {
        _missed[before.Index] = -1;
        return TaskState.Of(before.Index, task);
    }

    private TaskState Missed(TaskState before)
    {
        var wasSeen = _missed[before.Index] != 0;
        if (!wasSeen && time.GetElapsedTime(_began) < pace.Unseen) return before;
        return --_missed[before.Index] < -LooksUntilGone ? before with { Status = TaskState.Gone } : before;
    }

    private async Task<DescribeTasksResponse> DescribeAsync(List<string> batch, CancellationToken cancel)
    {
        var request = new DescribeTasksRequest { Cluster = cluster, Tasks = batch };
        while (true)
        {
            try
            {
                return await AwsFailures.ExplainAsync("look at the tasks", aws.Session, () => aws.Ecs.DescribeTasksAsync(request, cancel), IsThrottled);
            }
            catch (AmazonServiceException busy) when (IsThrottled(busy))
            {
                await Task.Delay(pace.States, time, cancel);
            }
        }
    }

    private static bool IsThrottled(AmazonServiceException failure) => ServiceErrors.KindOf(failure) == ServiceErrorKind.Throttled;
}
