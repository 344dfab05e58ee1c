namespace Build.Stacks.Changes;

/// <summary>Changes as a table of plain lines.</summary>
internal static class ChangeTable
{
    /// <summary>A line for each change, what destroys something last.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<PlannedChange> changes)
    {
        var name = changes.Select(change => change.LogicalId.Length).DefaultIfEmpty().Max();
        var type = changes.Select(change => change.Type.Length).DefaultIfEmpty().Max();
        return changes.OrderBy(change => change.IsDestructive).Select(change =>
            $"  {Word(change.Kind),-12} {change.LogicalId.PadRight(name)}  {change.Type.PadRight(type)}  {change.Detail}".TrimEnd());
    }

    /// <summary>How many there are of each kind: "3 to add, 1 to replace".</summary>
    public static string Summary(IReadOnlyList<PlannedChange> changes) => changes.Count == 0 ? "no resource, only parameters or outputs" : string.Join(", ", changes
        .GroupBy(change => change.Kind)
        .OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} to {Word(group.Key)}"));

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Revise => "revise",
        ChangeKind.MayReplace => "replace?",
        ChangeKind.Leave => "let go",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
