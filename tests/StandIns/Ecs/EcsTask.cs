using System.Globalization;
using System.Text.Json.Nodes;
using StandIns.Logs;

namespace StandIns.Ecs;

/// <summary>What a task is made of.</summary>
internal sealed record TaskOrder(
    string Arn, string ClusterArn, TaskDefinition Definition, ContainerStart Start, string StartedBy, JsonNode? Overrides, bool IsSpot);

/// <summary>A task from its launch to its end. States are changed by its own life and by StopTask, under a lock.</summary>
internal sealed class EcsTask(TaskOrder order, ITaskStarter starter, LogStore logs, EcsPace pace, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _stopAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DateTimeOffset _createdAt = time.GetUtcNow();
    private IStartedContainer? _container;
    private string _lastStatus = "PROVISIONING";
    private string? _stopCode;
    private string? _stoppedReason;
    private string? _containerReason;
    private int? _exitCode;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _stoppedAt;

    public TaskOrder Order { get; } = order;

    public TimeSpan Age => time.GetUtcNow() - _createdAt;

    public bool IsStopped => _stoppedAt is not null;

    public bool IsForgotten => time.GetUtcNow() - _stoppedAt > pace.Remembered;

    /// <summary>Whether it is to stop, or has.</summary>
    public bool WasStopped => _stopCode is not null;

    /// <summary>Asks it to stop; the first to ask is the reason.</summary>
    public void Stop(string code, string reason)
    {
        lock (_gate)
        {
            if (_stopCode is not null) return;
            (_stopCode, _stoppedReason) = (code, reason);
        }

        _stopAsked.TrySetResult();
    }

    /// <summary>Goes through all states; ends with the task.</summary>
    public async Task LiveAsync((TaskFault Fault, TimeSpan After) fault, TimeSpan lateBy)
    {
        await StepAsync(TimeSpan.Zero, "PENDING");
        await StepAsync(lateBy, null);
        if (TaskFaults.ThatPreventStart.TryGetValue(fault.Fault, out var why)) Stop("TaskFailedToStart", why);
        if (!WasStopped) await RunAsync(fault);
        foreach (var status in new[] { "DEACTIVATING", "STOPPING", "DEPROVISIONING" }) await StepAsync(TimeSpan.Zero, status);
        lock (_gate)
        {
            _lastStatus = "STOPPED";
            _stoppedAt = time.GetUtcNow();
        }
    }

    public async Task EndAsync()
    {
        Stop("UserInitiated", "the stand-in ends");
        if (_container is not null) await _container.DisposeAsync();
    }

    public JsonObject Describe()
    {
        lock (_gate)
        {
            return new JsonObject
            {
                ["taskArn"] = Order.Arn,
                ["clusterArn"] = Order.ClusterArn,
                ["taskDefinitionArn"] = Order.Definition.Arn,
                ["group"] = "family:" + Order.Definition.Family,
                ["startedBy"] = Order.StartedBy,
                ["lastStatus"] = _lastStatus,
                ["desiredStatus"] = _stopCode is null ? "RUNNING" : "STOPPED",
                ["launchType"] = "FARGATE",
                ["capacityProviderName"] = Order.IsSpot ? "FARGATE_SPOT" : "FARGATE",
                ["overrides"] = Order.Overrides?.DeepClone(),
                ["createdAt"] = Seconds(_createdAt),
                ["startedAt"] = Seconds(_startedAt),
                ["stoppedAt"] = Seconds(_stoppedAt),
                ["stopCode"] = _stopCode,
                ["stoppedReason"] = _stoppedReason,
                ["containers"] = new JsonArray(new JsonObject
                {
                    ["name"] = Order.Definition.Container,
                    ["taskArn"] = Order.Arn,
                    ["image"] = Order.Definition.Image,
                    ["lastStatus"] = _container is null ? "PENDING" : _container.Exit.IsCompleted ? "STOPPED" : "RUNNING",
                    ["exitCode"] = _exitCode,
                    ["reason"] = _containerReason,
                }),
            };
        }
    }

    private async Task RunAsync((TaskFault Fault, TimeSpan After) fault)
    {
        var (group, stream) = (Order.Definition.LogGroup, Order.Definition.LogStream(Order.Start.TaskId));
        if (group is not null) logs.Create(group, stream);
        var container = await starter.StartAsync(Order.Start);
        lock (_gate)
        {
            _container = container;
            _startedAt = time.GetUtcNow();
            _lastStatus = "RUNNING";
        }

        var driver = new LogDriver(logs, group ?? "", stream);
        var copying = container.Outputs.Select(output => group is null ? output.CopyToAsync(Stream.Null) : driver.CopyAsync(output)).ToList();
        await Task.WhenAny(container.Exit, _stopAsked.Task, FailAsync(fault, container));
        if (!container.Exit.IsCompleted) await TerminateAsync(container);
        var code = await container.Exit;
        await Task.WhenAll(copying);
        Stop("EssentialContainerExited", "Essential container in task exited");
        lock (_gate)
        {
            _exitCode = fault.Fault == TaskFault.NoExitCode ? null : code;
            if (fault.Fault == TaskFault.OutOfMemory) _containerReason = "OutOfMemoryError: Container killed due to memory usage";
        }
    }

    private async Task FailAsync((TaskFault Fault, TimeSpan After) fault, IStartedContainer container)
    {
        if (fault.Fault is TaskFault.None or TaskFault.NoExitCode) await container.Exit;
        await Task.WhenAny(Task.Delay(fault.After, time), container.Exit);
        if (fault.Fault is TaskFault.Killed or TaskFault.OutOfMemory) container.Kill();
        if (fault.Fault == TaskFault.SpotInterruption) Stop("SpotInterruption", "Your Spot Task was interrupted.");
    }

    private async Task TerminateAsync(IStartedContainer container)
    {
        container.Terminate();
        var timeout = Order.Definition.StopTimeout ?? pace.StopTimeout;
        if (await Task.WhenAny(container.Exit, Task.Delay(timeout, time)) != container.Exit) container.Kill();
    }

    // A task that is told to stop waits for nothing more.
    private async Task StepAsync(TimeSpan more, string? status)
    {
        await Task.WhenAny(Task.Delay(pace.Step + more, time), more > TimeSpan.Zero ? _stopAsked.Task : Task.Delay(pace.Step, time));
        if (status is not null) lock (_gate) _lastStatus = status;
    }

    private static JsonNode? Seconds(DateTimeOffset? at) =>
        at is { } known ? JsonValue.Create(decimal.Parse((known.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : null;
}
