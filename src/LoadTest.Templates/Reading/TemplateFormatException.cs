namespace LoadTest.Templates.Reading;

/// <summary>A file is no template: no YAML, or YAML that CloudFormation does not take. The message names file and line.</summary>
public sealed class TemplateFormatException : Exception
{
    public TemplateFormatException(string message)
        : base(message)
    {
    }

    public TemplateFormatException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
