namespace Build.Targets;

/// <summary>A target as a user sees it.</summary>
/// <param name="Name">What follows <c>--target=</c>.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A command line to copy.</param>
public sealed record Target(string Name, string Description, string Example);
