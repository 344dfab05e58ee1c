using LoadTest.Templates.Reading;

namespace LoadTest.Templates.Rules;

/// <summary>Every rule that the templates keep.</summary>
public static class TemplateRules
{
    public static IReadOnlyList<TemplateRule> All { get; } =
    [
        .. FormRules.All, .. ParameterRules.All, .. WiringRules.All, .. NetworkRules.All, .. RoleRules.All, .. StorageRules.All,
        .. TaskRules.All,
    ];

    /// <summary>Everything that is wrong, over all rules.</summary>
    public static IReadOnlyList<Finding> Check(TemplateSet templates) => [.. All.SelectMany(rule => rule.Check(templates))];
}
