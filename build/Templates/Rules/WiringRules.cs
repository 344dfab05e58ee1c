using Build.Templates.Reading;
using LoadTest.Configuration.Options;

namespace Build.Templates.Rules;

/// <summary>How the stacks hang together (stacks.json).</summary>
public static class WiringRules
{
    /// <summary>What the automation knows that is neither a setting nor an output.</summary>
    public static IReadOnlyList<string> KnownToTheAutomation { get; } =
        ["image", "settings", "table", "zone", "publicSubnet2", "privateSubnet2"];

    internal static IEnumerable<TemplateRule> All =>
    [
        new("Every value that is passed has a parameter", PassedParametersExist),
        new("Every value that is passed has a source", PassedSourcesExist),
        new("A stack comes after those whose outputs it takes", StacksAreInOrder),
        new("Every parameter has a source", ParametersHaveSources),
        new("IAM is acknowledged where a stack makes roles, and nowhere else", CapabilitiesFit),
    ];

    private static IEnumerable<Finding> PassedParametersExist(TemplateSet set) =>
        from stack in set.Stacks
        from passed in stack.Passed
        where !set[stack.Name].Parameters.ContainsKey(passed.Key)
        select stack.Finding(passed.Key, "is passed and is no parameter.");

    private static IEnumerable<Finding> ParametersHaveSources(TemplateSet set) =>
        from stack in set.Stacks
        from parameter in set[stack.Name].Parameters.Properties()
        where !stack.Passed.ContainsKey(parameter.Name)
            && KnownOptions.Find(parameter.Name)?.Scope.HasFlag(OptionScope.Template) != true
        select set[stack.Name].Finding(parameter.Name, "is a parameter that is no setting, and that stacks.json does not pass.");

    private static IEnumerable<Finding> PassedSourcesExist(TemplateSet set) =>
        from stack in set.Stacks
        from passed in stack.Passed
        let source = passed.Value.Split('.', 2)
        where source.Length < 2 || !IsThere(set, source[0], source[1])
        select stack.Finding(passed.Key, $"is passed from {passed.Value}, which is not there.");

    private static bool IsThere(TemplateSet set, string from, string name) =>
        from == "automation"
            ? KnownToTheAutomation.Contains(name)
            : set.Templates.Any(template => template.Name == from && template.Outputs.ContainsKey(name));

    private static IEnumerable<Finding> StacksAreInOrder(TemplateSet set)
    {
        var earlier = new HashSet<string> { "automation" };
        foreach (var stack in set.Stacks)
        {
            foreach (var missing in stack.After.Where(name => !earlier.Contains(name)))
                yield return stack.Finding("after", $"{missing} is no earlier stack.");
            foreach (var passed in stack.Passed.Where(passed => !stack.After.Append("automation").Contains(passed.Value.Split('.')[0])))
                yield return stack.Finding(passed.Key, $"takes {passed.Value} without coming after it.");
            earlier.Add(stack.Name);
        }
    }

    private static IEnumerable<Finding> CapabilitiesFit(TemplateSet set) =>
        from stack in set.Stacks
        let makesRoles = set[stack.Name].AllResources().Any(resource => resource.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal))
        where makesRoles != stack.Capabilities.Contains("CAPABILITY_IAM")
        select stack.Finding("capabilities",
            makesRoles ? "it makes roles without CAPABILITY_IAM." : "it makes no roles and wants CAPABILITY_IAM.");
}
