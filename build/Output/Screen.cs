using Build.Options;

namespace Build.Output;

/// <summary>Where the automation writes, and asks. Written by one thread: Cake runs tasks one after another.</summary>
/// <param name="output">For results.</param>
/// <param name="error">For errors, so that they are seen where results are piped away.</param>
/// <param name="answers">What a person types; null where no person can.</param>
public sealed class Screen(TextWriter output, TextWriter error, TextReader? answers = null)
{
    /// <summary>The process's own streams. There is a person only where both what is asked and what is typed go over a terminal.</summary>
    /// <param name="form">With <see cref="OutputForm.Json"/> lines go to the error stream, as the output is for the document alone.</param>
    public static Screen OfProcess(OutputForm form) => new(
        form == OutputForm.Json ? Console.Error : Console.Out, Console.Error,
        Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In);

    /// <summary>Writes the document of <see cref="OutputForm.Json"/> to the process's output.</summary>
    public static void Document(string text) => Console.Out.WriteLine(text);

    /// <summary>Whether a person is there to answer.</summary>
    public bool CanAsk => answers is not null;

    /// <summary>Writes a line of results.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>Writes a line of errors.</summary>
    public void Error(string text) => error.WriteLine(text);

    /// <summary>Asks on the stream of errors, and waits for a line.</summary>
    /// <returns>What was typed, without blanks around it; null where nobody can answer, or the input has ended.</returns>
    public string? Ask(string question)
    {
        if (answers is null) return null;
        error.Write(question + " ");
        error.Flush();
        return answers.ReadLine()?.Trim();
    }
}
