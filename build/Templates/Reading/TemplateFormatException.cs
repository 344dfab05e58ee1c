namespace Build.Templates.Reading;

/// <summary>A file is no template: no YAML, or YAML that CloudFormation does not take.</summary>
/// <param name="finding">What is wrong; it names file and line.</param>
/// <param name="cause">What the reader of YAML or JSON said; null when it had nothing to say.</param>
public sealed class TemplateFormatException(Finding finding, Exception? cause = null) : Exception(finding.ToString(), cause)
{
    /// <summary>What is wrong.</summary>
    public Finding Finding { get; } = finding;

    internal static TemplateFormatException At(string file, long line, string what, Exception? cause = null) =>
        new(new Finding(file, (int)Math.Max(1, line), "file", what), cause);
}
