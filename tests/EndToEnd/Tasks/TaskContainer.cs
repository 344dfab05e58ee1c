using EndToEnd.Docker;
using StandIns.Ecs;

namespace EndToEnd.Tasks;

/// <summary>A task's container. It is removed when it has ended: Fargate keeps none either.</summary>
internal sealed class TaskContainer : IStartedContainer
{
    private readonly DockerEngine _docker;
    private readonly string _id;

    public TaskContainer(DockerEngine docker, string id)
    {
        (_docker, _id) = (docker, id);
        Exit = EndAsync();
    }

    // Docker's log driver writes to CloudWatch Logs itself.
    public IReadOnlyList<Stream> Outputs => [];

    public Task<int> Exit { get; }

    public string? EndReason { get; private set; }

    public void Terminate() => _ = _docker.SignalAsync(_id, "SIGTERM");

    public void Kill() => _ = _docker.SignalAsync(_id, "SIGKILL");

    public async ValueTask DisposeAsync()
    {
        if (!Exit.IsCompleted) await _docker.SignalAsync(_id, "SIGKILL");
        await Exit;
    }

    private async Task<int> EndAsync()
    {
        var state = await _docker.EndAsync(_id);
        await _docker.RemoveAsync(_id);
        if ((bool)state["OOMKilled"]!) EndReason = "OutOfMemoryError: Container killed due to memory usage";
        return (int)state["ExitCode"]!;
    }
}
