namespace Build.Templates.Reading;

/// <summary>One thing that is wrong in the folder cloudformation/.</summary>
/// <param name="File">The file's name in that folder.</param>
/// <param name="Line">Counted from 1; that of the parameter, resource, output or statement which is meant.</param>
/// <param name="Where">Its name.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record Finding(string File, int Line, string Where, string Message)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}: {Where}: {Message}");
}
