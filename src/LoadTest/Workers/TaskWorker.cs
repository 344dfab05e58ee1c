using System.Globalization;
using Amazon.S3;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.DynamoDb;
using LoadTest.Planning;
using LoadTest.Results;

namespace LoadTest.Workers;

/// <summary>This program as a task of ECS: it takes its part of the load, and brings its results to the results bucket.</summary>
/// <param name="task">The task.</param>
/// <param name="settings">The settings of the run.</param>
/// <param name="connection">Who asks, and in which region.</param>
/// <param name="time">The clock.</param>
public sealed class TaskWorker(EcsTask task, Settings settings, Connection connection, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(3);

    // ECS kills a task two minutes after it was asked to stop; draining and clean-up have had their part by then.
    private static readonly TimeSpan LongestUploadWhenStopped = TimeSpan.FromSeconds(40);

    private readonly AmazonS3Client _objects = AwsServices.Objects(connection);
    private readonly AwsFailures _failures = new(connection.Region, connection.Identity);
    private string _arn = "";

    /// <summary>The worker of a run, or null where the run is not in ECS: outside it, and in the local environment.</summary>
    /// <exception cref="ProblemException">The settings ask for several tasks, and nothing is there that could tell them apart.</exception>
    public static TaskWorker? Of(Settings settings, Connection connection, TimeProvider time)
    {
        if (EcsTask.Current is { } task && !settings.IsLocal) return new TaskWorker(task, settings, connection, time);
        if (settings.Get(EcsOptions.Tasks) == 1) return null;
        throw new ProblemException(new Problem(
            ErrorCodes.NotAllowed, "only tasks of ECS can share a load, and this is none", settings.Origin(EcsOptions.Tasks),
            "leave --tasks out, or run it by ./build.sh --target=RunLoadTest in an environment of AWS"));
    }

    /// <summary>Where the run's files are written first: the one place that a container can be sure of.</summary>
    public string ArtifactsPath => settings.IsGiven(ResultsOptions.ArtifactsPath)
        ? settings.Get(ResultsOptions.ArtifactsPath)
        : Path.Combine(Path.GetTempPath(), "runs");

    private string Bucket => settings.Get(ResultsOptions.ResultsBucket);

    /// <summary>Whether the task shares the load with others.</summary>
    public bool IsOneOfSeveral => settings.Get(EcsOptions.Tasks) > 1;

    /// <summary>The task's part of the plan: of several it waits for its share.</summary>
    /// <param name="plan">The whole plan.</param>
    /// <param name="note">Told what is waited for.</param>
    /// <param name="stop">Gives the waiting up.</param>
    /// <exception cref="ProblemException">Nothing came in time, or nothing that can be used.</exception>
    public async Task<RunPlan> PlanAsync(RunPlan plan, Action<string> note, CancellationToken stop)
    {
        if (!IsOneOfSeveral) return plan;
        CheckShared();
        _arn = await task.ArnAsync(time, stop);
        var json = await Board(plan).WaitForAsync(Assignment.FileName, "what part of the load this task takes", LongestWait, note, stop);
        var assignment = Assignment.Of(json, plan.RunId, _arn, settings.Get(EcsOptions.Tasks));
        note(string.Create(CultureInfo.InvariantCulture, $"this is worker {assignment.Share.Index} of {assignment.Share.Count}"));
        // Items carry the run's start, which must be the same for all.
        return plan with { StartedAt = assignment.At, Load = plan.Load with { Share = assignment.Share } };
    }

    /// <summary>Says that the task is ready for its load, and waits until all are; gives the instant at which the measured part begins.</summary>
    /// <param name="plan">The task's part of the plan.</param>
    /// <param name="note">Told what is waited for.</param>
    /// <param name="stop">Gives the waiting up.</param>
    /// <exception cref="ProblemException">Nothing came in time, or nothing that can be used.</exception>
    public async Task<DateTimeOffset> StartAsync(RunPlan plan, Action<string> note, CancellationToken stop)
    {
        var board = Board(plan);
        await board.PutAsync($"ready/{_arn[(_arn.LastIndexOf('/') + 1)..]}", "", stop);
        var json = await board.WaitForAsync(CommonStart.FileName, "when all tasks are ready", plan.Load.MaxDuration, note, stop);
        var start = CommonStart.Of(json, plan.RunId);
        var until = start - time.GetUtcNow();
        note(string.Create(
            CultureInfo.InvariantCulture,
            $"all begin at {start.UtcDateTime:HH:mm:ss.fff} UTC, {(until >= TimeSpan.Zero ? "in" : "which is over since")} {Math.Abs(until.TotalSeconds):0.0} s"));
        return start + plan.Load.LeadIn;
    }

    /// <summary>Brings the results to the bucket; where that fails, writes the record to the log.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="plan">The run.</param>
    /// <param name="isStopped">Whether somebody waits for the end.</param>
    /// <param name="log">Takes whole lines.</param>
    /// <returns>Why the results are not in the bucket; null where they are, or no bucket was named.</returns>
    public async Task<Problem?> DeliverAsync(string folder, RunPlan plan, bool isStopped, TextWriter log)
    {
        if (Bucket.Length == 0) return null;
        var upload = new ResultUpload(_objects, Bucket, _failures, time);
        var failure = await upload.UploadAsync(folder, plan.RunId, plan.Load.Share.Index, isStopped ? LongestUploadWhenStopped : LongestUpload);
        if (failure is null) return null;
        var (lines, interval) = LoggedResult.Of(Path.Combine(folder, RunPlace.RecordName));
        foreach (var line in lines) await log.WriteLineAsync(line);
        var how = interval is { } coarse ? string.Create(CultureInfo.InvariantCulture, $", with intervals of {coarse.TotalSeconds:0.##} s as it is too long for it otherwise") : "";
        return failure with { What = $"{failure.What}; the result is in the log{how}" };
    }

    /// <inheritdoc/>
    public void Dispose() => _objects.Dispose();

    private RunBoard Board(RunPlan plan) => new(_objects, Bucket, plan.RunId, _failures, time);

    private void CheckShared()
    {
        var origin = settings.Origin(EcsOptions.Tasks);
        if (Bucket.Length == 0)
        {
            throw new ProblemException(new Problem(
                ErrorCodes.NoResultsBucket, "several tasks need a results bucket, for the assignment and the results", origin,
                $"deploy the load test, which puts results-bucket under {settings.Get(ApplicationOptions.SSMParameterPrefix)}, or give --results-bucket"));
        }

        if (!settings.IsGiven(ResultsOptions.RunId))
            throw new ProblemException(new Problem(ErrorCodes.MissingValue, "several tasks need the id of the run that they share", origin, "give it with --run-id"));
    }
}
