using Build.Stacks.Changes;
using Newtonsoft.Json;

namespace Build.Stacks.Deployment;

/// <summary>What became of one stack.</summary>
/// <param name="Part">As in stacks.json.</param>
/// <param name="Name">The stack's name.</param>
/// <param name="Outcome">created, updated or unchanged.</param>
/// <param name="Changes">What was done to its resources.</param>
/// <param name="Seconds">How long CloudFormation took, by its own clock.</param>
/// <param name="Outputs">What it gives to others.</param>
public sealed record StackResult(
    string Part,
    string Name,
    string Outcome,
    [property: JsonIgnore] IReadOnlyList<PlannedChange> Changes,
    double Seconds,
    IReadOnlyDictionary<string, string> Outputs);
