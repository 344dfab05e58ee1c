namespace Build.Targets;

/// <summary>A command line to copy, which shows what a target is for.</summary>
/// <param name="commandLine">As it is typed in the repository's folder.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExampleAttribute(string commandLine) : Attribute
{
    /// <summary>The command line.</summary>
    public string CommandLine { get; } = commandLine;
}
