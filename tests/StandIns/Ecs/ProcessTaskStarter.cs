using System.Diagnostics;
using System.Globalization;

namespace StandIns.Ecs;

/// <summary>Runs a task's container as a process of this machine.</summary>
/// <param name="file">The program that stands for the image's entry point.</param>
/// <param name="arguments">Arguments in front of the task's command.</param>
/// <param name="folder">The folder to work in; each task gets one of its own in it.</param>
/// <param name="variables">The whole environment beside what the task brings.</param>
public sealed class ProcessTaskStarter(
    string file, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> variables) : ITaskStarter
{
    /// <inheritdoc/>
    public Task<IStartedContainer> StartAsync(ContainerStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var own = Directory.CreateDirectory(Path.Combine(folder, start.TaskId)).FullName;
        var info = new ProcessStartInfo(file, [.. arguments, .. start.Command])
        {
            WorkingDirectory = own,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in variables) info.Environment[name] = value;
        foreach (var (name, value) in start.Variables) info.Environment[name] = value;
        // The only place that a task can write to.
        info.Environment["TMPDIR"] = own;
        return Task.FromResult<IStartedContainer>(new StartedProcess(Process.Start(info)!));
    }

    private sealed class StartedProcess : IStartedContainer
    {
        private readonly Process _process;

        public StartedProcess(Process process)
        {
            _process = process;
            process.StandardInput.Close();
            Outputs = [process.StandardOutput.BaseStream, process.StandardError.BaseStream];
            Exit = ExitAsync();
        }

        public IReadOnlyList<Stream> Outputs { get; }

        public Task<int> Exit { get; }

        public void Terminate() => Signal("TERM");

        public void Kill() => Signal("KILL");

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            await Exit;
            _process.Dispose();
        }

        private async Task<int> ExitAsync()
        {
            await _process.WaitForExitAsync();
            return _process.ExitCode;
        }

        private void Signal(string name)
        {
            if (_process.HasExited) return;
            using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }
}
