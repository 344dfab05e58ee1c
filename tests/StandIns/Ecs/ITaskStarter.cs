namespace StandIns.Ecs;

/// <summary>Makes a task's container really run: as a process here, or as whatever a test has.</summary>
public interface ITaskStarter
{
    /// <summary>Starts it.</summary>
    Task<IStartedContainer> StartAsync(ContainerStart start);
}

/// <summary>What a container is started with.</summary>
/// <param name="TaskId">The last part of the task's ARN.</param>
/// <param name="Image">The image of the task definition.</param>
/// <param name="Command">The command of the override, else that of the task definition; it may be empty.</param>
/// <param name="Variables">Those of the task definition, of the override, and of ECS itself.</param>
/// <param name="MemoryMiB">The task's memory.</param>
public sealed record ContainerStart(
    string TaskId, string Image, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Variables, int MemoryMiB);

/// <summary>A container that runs, or has ended. Disposing ends it at once.</summary>
public interface IStartedContainer : IAsyncDisposable
{
    /// <summary>What it writes: the standard output and the standard error.</summary>
    IReadOnlyList<Stream> Outputs { get; }

    /// <summary>Its exit code; 128 and the signal's number when a signal ended it.</summary>
    Task<int> Exit { get; }

    /// <summary>Sends SIGTERM.</summary>
    void Terminate();

    /// <summary>Sends SIGKILL.</summary>
    void Kill();
}
