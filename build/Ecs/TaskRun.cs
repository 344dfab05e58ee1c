using System.Globalization;
using Build.Ecs.Collecting;
using Build.Ecs.Endings;
using Build.Ecs.Following;
using Build.Ecs.Launching;
using Build.Ecs.Logs;
using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Ecs;

/// <summary>One run from its launch to the end of its last task: launch, assign, follow. However it ends, no task is left running.</summary>
/// <param name="aws">The services.</param>
/// <param name="place">Where.</param>
/// <param name="order">What was asked for.</param>
/// <param name="folder">The run's folder on this machine.</param>
/// <param name="screen">Where it is shown.</param>
/// <param name="pace">How long is waited for what.</param>
/// <param name="time">The clock.</param>
internal sealed class TaskRun(EcsAccess aws, DeployedLoadTest place, RunOrder order, string folder, Screen screen, EcsPace pace, TimeProvider time)
{
    private readonly RunBucket _bucket = new(aws.S3, place.Bucket, aws.Session);
    private readonly TaskStopper _stopper = new(aws, place.Cluster, pace, time);

    /// <summary>Runs it.</summary>
    /// <param name="image">The image that the tasks run.</param>
    /// <param name="stop">Stops the tasks; their partial results are waited for all the same.</param>
    /// <exception cref="ProblemException">It could not begin, or not be followed to its end; no task is left.</exception>
    public async Task<TaskRunEnd> ExecuteAsync(string image, CancellationToken stop)
    {
        await RefuseTakenAsync(stop);
        var manifest = Manifest(image);
        await _bucket.WriteAsync(manifest);
        screen.Line($"run {order.RunId}: {TaskName.Count(order.Tasks)} in cluster {place.Cluster}");
        try
        {
            var arns = await new TaskLauncher(aws, place, order, screen, pace, time).LaunchAsync(stop);
            manifest = manifest with { TaskArns = arns };
            await _bucket.WriteAsync(manifest);
        }
        catch (Exception failure)
        {
            await EndAsync(manifest, "its launch was stopped or failed");
            if (failure is OperationCanceledException) return TaskRunEnd.Of(manifest, []);
            throw;
        }

        return await FollowAsync(manifest, stop);
    }

    private async Task<TaskRunEnd> FollowAsync(RunManifest manifest, CancellationToken stop)
    {
        using var display = new RunDisplay(screen, folder, order.Tasks, pace, time);
        using var logs = new RunLogs(aws, manifest, display.Log, screen, pace, time);
        var watch = new TaskWatch(aws, place.Cluster, manifest.TaskArns, pace, time);
        var follower = new RunFollower(watch, logs, display, pace, time);
        var endings = new RunEndings(display, order.FailsFast, reason => _stopper.StopAsync(order.RunId, reason));
        try
        {
            try
            {
                await follower.UntilAsync(RunStages.Running, endings.StoppedAsync, stop);
                if (order.Tasks > 1) manifest = await StartTogetherAsync(manifest, follower, endings, stop);
                if (order.IsDetached) return TaskRunEnd.Of(manifest, watch.States) with { IsDetached = true };
                await follower.UntilAsync(RunStages.Ended, endings.StoppedAsync, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                await endings.StopAllAsync("the run was stopped");
                await follower.UntilAsync(RunStages.Ended with { WaitingFor = "the stopped tasks to end" }, endings.StoppedAsync, CancellationToken.None);
            }

            await follower.DrainAsync();
        }
        catch
        {
            await StopAsync("the run could not be followed");
            throw;
        }

        return TaskRunEnd.Of(manifest, watch.States) with { Codes = [.. watch.States.Select(endings.CodeOf)] };
    }

    // Those that died before are assigned too: their share is missing then, and shows. Nobody waits for ever: a task that does not become ready
    // ends by itself.
    private async Task<RunManifest> StartTogetherAsync(RunManifest manifest, RunFollower follower, RunEndings endings, CancellationToken stop)
    {
        if (!follower.States.Any(task => task.HasStarted)) return manifest;
        await _bucket.WriteAssignmentAsync(manifest, time.GetUtcNow());
        await follower.UntilAsync(RunStages.Ready(_bucket, order.RunId), endings.StoppedAsync, stop);
        var ready = follower.States.Count(task => !task.HasStopped);
        if (ready == 0) return manifest;
        var start = time.GetUtcNow() + pace.Lead;
        await _bucket.WriteStartAsync(order.RunId, start);
        manifest = manifest with { Start = start };
        await _bucket.WriteAsync(manifest);
        var which = ready == order.Tasks ? $"all {TaskName.Count(order.Tasks)} are ready" : string.Create(CultureInfo.InvariantCulture, $"{ready} of {TaskName.Count(order.Tasks)} are ready, and the others have ended");
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"{which}: the load begins at {start.UtcDateTime:HH:mm:ss} UTC"));
        return manifest;
    }

    private async Task EndAsync(RunManifest manifest, string reason)
    {
        var stopped = await StopAsync(reason);
        if (stopped.Count > 0) screen.Line($"stopped {TaskName.Count(stopped.Count)}");
        await _bucket.WriteAsync(manifest with { TaskArns = stopped, EndedAt = time.GetUtcNow(), ExitCode = (int)ExitCode.Failed });
    }

    private async Task<IReadOnlyList<string>> StopAsync(string reason)
    {
        try
        {
            return await _stopper.StopAsync(order.RunId, reason);
        }
        catch (ProblemException)
        {
            screen.Error($"tasks may be left running; stop them with: ./build.sh --target=Stop --environment={place.Environment} --run={order.RunId}");
            throw;
        }
    }

    private async Task RefuseTakenAsync(CancellationToken stop)
    {
        if (await _bucket.FindAsync(order.RunId, stop) is null && !Directory.Exists(Path.Combine(folder, "workers"))) return;
        throw new ProblemException(new Problem(
            ErrorCodes.RunIdTaken, $"there is a run {order.RunId} already", "--run-id", "give another --run-id, or none for a new one"));
    }

    private RunManifest Manifest(string image) => new()
    {
        RunId = order.RunId,
        Environment = place.Environment,
        Tasks = order.Tasks,
        Flags = order.Flags,
        Image = image,
        Cluster = place.Cluster,
        LogGroup = place.LogGroup,
        LogStreamPrefix = $"{place.LogStreamPrefix}/{place.Container}",
        CreatedAt = time.GetUtcNow(),
    };
}
