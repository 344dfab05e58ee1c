namespace Build.Processes;

/// <summary>A program to start: no shell is between, so arguments are passed as they are.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder to work in.</param>
public sealed record Command(string File, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Variables to set on top of the environment of this process; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The dotnet program that runs this process, so that a child takes the same one.</summary>
    public static string DotNet =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>As one would type it, for a person to read.</summary>
    public override string ToString() => string.Join(' ', [Path.GetFileNameWithoutExtension(File), .. Arguments]);
}
