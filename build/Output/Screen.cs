namespace Build.Output;

/// <summary>Where the automation writes. Written by one thread: Cake runs tasks one after another.</summary>
/// <param name="output">For results.</param>
/// <param name="error">For errors, so that they are seen where results are piped away.</param>
public sealed class Screen(TextWriter output, TextWriter error)
{
    /// <summary>The process's own streams.</summary>
    public static Screen OfProcess() => new(Console.Out, Console.Error);

    /// <summary>Writes a line of results.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>Writes a line of errors.</summary>
    public void Error(string text) => error.WriteLine(text);
}
