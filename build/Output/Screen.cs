using Build.Options;

namespace Build.Output;

/// <summary>Where the automation writes, and asks. Thread-safe: logs of many tasks come side by side.</summary>
/// <param name="output">For results.</param>
/// <param name="error">For errors, so that they are seen where results are piped away.</param>
/// <param name="answers">What a person types; null where no person can.</param>
/// <param name="canRedraw">Whether the output is a terminal on which a line can be replaced.</param>
public sealed class Screen(TextWriter output, TextWriter error, TextReader? answers = null, bool canRedraw = false)
{
    // Back to the first column, and what stands there is gone.
    private const string Clear = "\r\u001b[K";
    private readonly Lock _gate = new();
    private string _redrawn = "";

    /// <summary>The process's own streams. There is a person only where both what is asked and what is typed go over a terminal.</summary>
    /// <param name="form">With <see cref="OutputForm.Json"/> lines go to the error stream, as the output is for the document alone.</param>
    public static Screen OfProcess(OutputForm form) => new(
        form == OutputForm.Json ? Console.Error : Console.Out, Console.Error,
        Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
        form == OutputForm.Text && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb");

    /// <summary>Writes the document of <see cref="OutputForm.Json"/> to the process's output.</summary>
    public static void Document(string text) => Console.Out.WriteLine(text);

    /// <summary>Whether a person is there to answer.</summary>
    public bool CanAsk => answers is not null;

    /// <summary>Whether <see cref="Redraw"/> may be used.</summary>
    public bool CanRedraw => canRedraw;

    /// <summary>Writes a line of results.</summary>
    public void Line(string text = "") => Write(output, text);

    /// <summary>Writes a line of errors.</summary>
    public void Error(string text) => Write(error, text);

    /// <summary>Shows a line that stays the last one, until the next call replaces it; an empty text takes it away.</summary>
    public void Redraw(string text)
    {
        lock (_gate)
        {
            _redrawn = text;
            output.Write(Clear + text);
            output.Flush();
        }
    }

    /// <summary>Asks on the stream of errors, and waits for a line.</summary>
    /// <returns>What was typed, without blanks around it; null where nobody can answer, or the input has ended.</returns>
    public string? Ask(string question)
    {
        if (answers is null) return null;
        error.Write(question + " ");
        error.Flush();
        return answers.ReadLine()?.Trim();
    }

    private void Write(TextWriter to, string text)
    {
        lock (_gate)
        {
            if (_redrawn.Length > 0) output.Write(Clear);
            to.WriteLine(text);
            if (_redrawn.Length > 0) output.Write(_redrawn);
        }
    }
}
