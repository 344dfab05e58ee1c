namespace Build.Tests.Stacks.Support;

/// <summary>A change set of <see cref="FakeCloudFormation"/>.</summary>
internal sealed record FakeChangeSet(string Id, FakeStack Stack, string Template, IReadOnlyDictionary<string, string> Parameters, bool IsCreation)
{
    /// <summary>Null while it can be executed, else why it cannot.</summary>
    public string? Failure { get; init; }
}
