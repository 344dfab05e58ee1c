using System.Diagnostics;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Validation;
using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Local;
using LoadTest.Planning;
using LoadTest.Results;
using LoadTest.Workers;

namespace LoadTest.Cli;

/// <summary><c>run</c>: connects, runs the plan, and writes the reports.</summary>
internal sealed class RunCommand(TimeProvider time)
{
    private const string Announcement =
        "stopping: what is in flight is drained, the results so far are written, and the table is cleaned up (a second Ctrl-C leaves at once)";

    public async Task<ExitCode> ExecuteAsync(Settings settings)
    {
        using var interruption = new Interruption(Announcement);
        try
        {
            await using var server = await StartServerAsync(settings, interruption.Stop);
            var connection = server is null ? Connection.Of(settings) : Connection.ToLocalServer(server.Endpoint);
            return await RunAsync(settings, connection, interruption);
        }
        catch (OperationCanceledException) when (interruption.AskedFor is { } code)
        {
            await Console.Error.WriteLineAsync("stopped before the load was done; there is no report");
            return code;
        }
    }

    // The local environment needs nothing: without an endpoint of somebody else it brings its own server.
    private static async Task<LocalServerProcess?> StartServerAsync(Settings settings, CancellationToken stop)
    {
        if (!settings.IsLocal || settings.TryGet(ConnectionOptions.EndpointUrl, out _)) return null;
        var flags = settings.Table.All
            .Where(option => option.Group == OptionGroup.LocalServer && option != LocalServerOptions.Port && settings.IsGiven(option))
            .Select(option => $"--{option.Flag}={settings.Text(option)}");
        return await LocalServerProcess.StartAsync(flags, stop);
    }

    private async Task<ExitCode> RunAsync(Settings settings, Connection connection, Interruption interruption)
    {
        using var worker = TaskWorker.Of(settings, connection, time);
        var view = RunView.For(settings);
        interruption.Announce = view.Warn;
        var plan = PlanFiles.Read(PlanBuilder.Build(settings, time.GetUtcNow(), connection.IsLoopback), settings, isTask: worker is not null);
        if (worker is not null)
        {
            if (FindMaxRule.CheckTask(settings).ToArray() is { Length: > 0 } problems) throw new ProblemException(problems);
            plan = await worker.PlanAsync(plan, view.Note, interruption.Stop);
            interruption.EndAfter(TaskLimit.Of(plan.Load, time.GetUtcNow()), time);
        }

        var head = RecordHeads.Of(plan, settings, connection);
        using var folder = RunFolder.Create(worker?.ArtifactsPath ?? settings.Get(ResultsOptions.ArtifactsPath), head);
        if (settings.Get(ApplicationOptions.Verbosity) == Verbosity.Diagnostic) NoteOrigins(settings, view);
        view.Note($"run {plan.RunId}: {plan.Description}, against table {plan.Table.Name} ({connection.Place})");

        var loadedAt = time.GetUtcNow();
        var run = new LoadTestRun(plan, connection, view, time) { CommonStart = StartOf(worker, plan, view, interruption) };
        var load = await run.ExecuteAsync([folder.Observer, .. MetricsOutput.Of(settings, plan)], interruption.Stop);
        var close = load.ToClose(loadedAt.UtcDateTime - ProcessStart());
        var summary = SummaryBuilder.Build(new RunRecord(head, load.Result, close), plan.Thresholds, folder.Points, plan.Baseline);
        try
        {
            folder.Write(summary, close);
        }
        finally
        {
            view.Report(summary, folder.Path);
        }

        if (JobSummary.Append(summary, Environment.GetEnvironmentVariable(JobSummary.Variable)) is { } problem) view.Warn(problem);
        var end = interruption.AskedFor is { } code && summary.Outcome == RunOutcome.Aborted ? code : RunExitCode.Of(summary);
        return worker is null ? end : ExitCodes.Worst([end, await DeliverAsync(worker, folder, plan, interruption)]);
    }

    // Getting ready, and waiting for the others, may take as long as a load; from its start on the load has all of that time again.
    private Func<CancellationToken, Task<DateTimeOffset>>? StartOf(TaskWorker? worker, RunPlan plan, IRunView view, Interruption interruption)
    {
        return worker is { IsOneOfSeveral: true } ? StartAsync : null;

        async Task<DateTimeOffset> StartAsync(CancellationToken stop)
        {
            var start = await worker.StartAsync(plan, view.Note, stop);
            interruption.EndAfter(TaskLimit.Of(plan.Load with { Start = start }, time.GetUtcNow()), time);
            return start;
        }
    }

    private static async Task<ExitCode> DeliverAsync(TaskWorker worker, RunFolder folder, RunPlan plan, Interruption interruption)
    {
        if (await worker.DeliverAsync(folder.Path, plan, interruption.AskedFor is not null, Console.Out) is not { } failure) return ExitCode.Passed;
        ErrorOutput.Write([failure]);
        return failure.Code.ExitCode;
    }

    private static void NoteOrigins(Settings settings, IRunView view)
    {
        foreach (var option in settings.Table.All.Where(option => option.Scope.HasFlag(OptionScope.Program)))
        {
            if (settings.Text(option) is { Length: > 0 } value) view.Note($"setting {option.Name} = {value} (from {settings.Origin(option)})");
        }
    }

    private static DateTime ProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }
}
