namespace Build.Stacks.Data;

/// <summary>The tags by which what the templates made is told from what others made.</summary>
internal static class StackTags
{
    public const string Project = "Project";
    public const string ProjectValue = "dynamodb-load-test";
    public const string Environment = "Environment";

    /// <summary>Whether they are those of an environment.</summary>
    public static bool AreOf(string environment, IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault(Project) == ProjectValue && tags.GetValueOrDefault(Environment) == environment;
}
