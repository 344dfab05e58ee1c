using Build.Templates.Reading;

namespace Build.Templates.Rules;

/// <summary>Every rule that the templates keep.</summary>
public static class TemplateRules
{
    public static IReadOnlyList<TemplateRule> All { get; } =
    [
        .. FormRules.All, .. ParameterRules.All, .. WiringRules.All, .. NetworkRules.All, .. RoleRules.All, .. StorageRules.All,
        .. TaskRules.All,
    ];

    /// <summary>Those that can be asked: where a file is broken, what compares templates with each other is left out.</summary>
    public static IEnumerable<TemplateRule> For(TemplateReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return All.Where(rule => reading.Findings.Count == 0 || !rule.NeedsAll);
    }
}
