using System.Diagnostics;
using System.Globalization;
using TestSupport;

namespace EndToEnd.Sandbox;

/// <summary>
/// The machine inside this one: sandbox.sh, with Docker's engine and an image registry. It can reach nothing but its own loopback, and leaves
/// nothing behind, even if this process is killed.
/// </summary>
internal sealed class Machine : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ProcessOutput _output;

    private Machine(string folder, Process process)
    {
        Folder = folder;
        _process = process;
        _output = new ProcessOutput(process);
    }

    /// <summary>What is written inside, and by whom: see sandbox.sh.</summary>
    public string Folder { get; }

    /// <summary>Its first process, as this machine numbers it.</summary>
    public int FirstProcess { get; private set; }

    /// <summary>Docker's engine.</summary>
    public string DockerSocket => string.Create(CultureInfo.InvariantCulture, $"/proc/{FirstProcess}/root/run/docker.sock");

    /// <summary>The image registry, which only who is in front of it may use.</summary>
    public string RegistrySocket => Path.Combine(Folder, "registry.sock");

    /// <summary>The network inside.</summary>
    public NetworkNamespace Network => new(FirstProcess);

    /// <summary>A folder for a new machine. Sockets have short names, so it is not below the build's folders.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("e2e-").FullName;

    /// <summary>Starts a machine on a folder that holds what is to lie over /etc and the home folder.</summary>
    public static async Task<Machine> StartAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "registry.yml"), $$$"""
            version: 0.1
            log: {level: warn, accesslog: {disabled: true}}
            storage: {filesystem: {rootdirectory: {{{folder}}}/registry}, delete: {enabled: true}}
            http: {net: unix, addr: {{{folder}}}/registry.sock, relativeurls: true}
            """);
        var start = new ProcessStartInfo("sh", [RepositoryRoot.Combine("tests", "EndToEnd", "sandbox.sh"), folder, RepositoryRoot.Path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var machine = new Machine(folder, Process.Start(start)!);
        try
        {
            await machine.WaitAsync();
            return machine;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>A command that is started inside, in the repository.</summary>
    public ProcessStartInfo Command(string file, IEnumerable<string> arguments)
    {
        var process = FirstProcess.ToString(CultureInfo.InvariantCulture);
        return new ProcessStartInfo("nsenter", ["--target", process, "--mount", "--net", "--pid", "--", "env", "--chdir=" + RepositoryRoot.Path, file, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(EndsWithin);
        await _process.WaitForExitAsync(deadline.Token);
        _process.Dispose();
    }

    /// <summary>The processes that a process started, as this machine numbers them.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{process}/children");
        return File.Exists(file)
            ? [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))]
            : [];
    }

    private async Task WaitAsync()
    {
        using var deadline = new CancellationTokenSource(StartsWithin);
        while (!File.Exists(RegistrySocket) || !TryFindFirstProcess() || !File.Exists(DockerSocket))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The sandbox did not start: {_output.Text}");
            if (deadline.IsCancellationRequested) throw new TimeoutException($"The sandbox did not start in time: {_output.Text}{Log("dockerd")}{Log("registry")}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    // sandbox.sh starts unshare, and unshare the first process inside.
    private bool TryFindFirstProcess()
    {
        FirstProcess = ChildrenOf(_process.Id).SelectMany(ChildrenOf).FirstOrDefault();
        return FirstProcess != 0;
    }

    private string Log(string program)
    {
        var file = Path.Combine(Folder, program + ".log");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
