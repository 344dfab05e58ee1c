using System.Diagnostics;
using System.Text;

namespace TestSupport;

/// <summary>Collects what a process writes to both of its outputs, while it writes. Thread-safe.</summary>
public sealed class ProcessOutput
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins to read; both outputs must be redirected.</summary>
    public ProcessOutput(Process process)
    {
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What was written so far.</summary>
    public string Text
    {
        get
        {
            lock (_text) return _text.ToString();
        }
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        lock (_text) _text.AppendLine(line.Data);
    }
}
