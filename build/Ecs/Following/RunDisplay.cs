using System.Globalization;
using System.Text.RegularExpressions;
using Build.Ecs.Endings;
using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Following;

/// <summary>
/// Shows a run: what the tasks write, their states, and one line for the load as a whole. All that a task writes is kept in the run's folder
/// too, <c>workers/0000/task.log</c>. Thread-safe.
/// </summary>
internal sealed partial class RunDisplay(Screen screen, string folder, int tasks, EcsPace pace, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly RunProgress _progress = new(tasks);
    private readonly Dictionary<int, StreamWriter> _files = [];
    private string _counts = "";
    private long _lastLine = time.GetTimestamp();

    /// <summary>Takes a line of a task.</summary>
    public void Log(int index, string line)
    {
        lock (_gate)
        {
            FileOf(index).WriteLine(line);
            var isForMachines = _progress.Take(index, line) || line.StartsWith(ResultInLog, StringComparison.Ordinal);
            // Of several tasks, their single progress would drown everything else: the line of the whole run is made of it.
            if (isForMachines || (tasks > 1 && ProgressLine().IsMatch(line))) return;
            Say(tasks == 1 ? line : $"[{TaskName.Of(index)}] {line}");
        }
    }

    /// <summary>Shows how many tasks are in which state, where that changed.</summary>
    public void States(IReadOnlyList<TaskState> states)
    {
        var counts = string.Join(", ", states.GroupBy(state => state.Status).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => tasks == 1 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}")));
        lock (_gate)
        {
            if (counts == _counts) return;
            _counts = counts;
            Say(tasks == 1 ? $"task {TaskName.IdOf(states[0].Arn)}: {counts}" : $"tasks: {counts}");
        }
    }

    /// <summary>Shows what is wrong with a task.</summary>
    public void Problem(Problem problem)
    {
        lock (_gate)
        {
            screen.Error(problem.ToString());
            _lastLine = time.GetTimestamp();
        }
    }

    /// <summary>Shows the line of the whole run: on a terminal always the newest, elsewhere one after each silence.</summary>
    /// <param name="waitingFor">What is waited for, where there is no load yet.</param>
    public void Tick(string waitingFor)
    {
        lock (_gate)
        {
            var line = _progress.Line();
            if (tasks > 1 && line is not null && screen.CanRedraw) screen.Redraw(line);
            else if (time.GetElapsedTime(_lastLine) >= pace.Heartbeat) Say(line ?? $"waiting for {waitingFor}: {_counts}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (screen.CanRedraw) screen.Redraw("");
            foreach (var file in _files.Values) file.Dispose();
        }
    }

    /// <summary>Where what a task writes is kept.</summary>
    public static string LogFile(string folder, int index) => Path.Combine(folder, "workers", TaskName.Of(index), "task.log");

    // What the program prints where its results cannot be uploaded.
    private const string ResultInLog = "LT-RESULT ";

    [GeneratedRegex(@"^\s*[0-9][0-9.:]*( ?[a-z]+)?( [0-9.]+ [a-z]+)*\s+offered ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProgressLine();

    private StreamWriter FileOf(int index)
    {
        if (_files.TryGetValue(index, out var file)) return file;
        var path = LogFile(folder, index);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return _files[index] = new StreamWriter(path, append: false) { AutoFlush = true };
    }

    private void Say(string line)
    {
        screen.Line(line);
        _lastLine = time.GetTimestamp();
    }
}
