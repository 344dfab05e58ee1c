namespace LoadTest.Templates.Reading;

/// <summary>One thing that is wrong in a template.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Where">Parameter, resource, output or statement.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record Finding(string Template, string Where, string Message)
{
    public override string ToString() => $"{Template}.yaml, {Where}: {Message}";
}
