using Build.Stacks.Changes;
using Build.Templates.Reading;

namespace Build.Stacks.Diffing;

/// <summary>What a stack would add, read from its template alone: for a stack whose inputs do not exist yet.</summary>
internal static class TemplatePreview
{
    public static IReadOnlyList<PlannedChange> Of(Template template) => [.. template.AllResources().Select(resource => new PlannedChange(
        ChangeKind.Add, resource.LogicalName, resource.Type,
        resource.Body.Value<string>("Condition") is { } condition ? $"if {condition}" : ""))];
}
