using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Rules;

/// <summary>What every parameter looks like.</summary>
public static class ParameterRules
{
    internal static IEnumerable<TemplateRule> All =>
    [
        TemplateRule.Each("Every parameter is used", EveryParameterIsUsed),
        TemplateRule.Each("Every parameter has a description", EveryParameterIsDescribed),
        TemplateRule.Each("Every parameter says what it takes", EveryParameterIsBounded),
        TemplateRule.Each("The console shows every parameter in a group", EveryParameterIsGrouped),
    ];

    private static IEnumerable<JProperty> Of(Template template) => template.Parameters.Properties();

    private static IEnumerable<Finding> EveryParameterIsUsed(Template template) =>
        from parameter in Of(template)
        where !Intrinsics.Mentions(template.Resources, parameter.Name) && !Intrinsics.Mentions(template.Outputs, parameter.Name)
            && !Intrinsics.Mentions(template.Conditions, parameter.Name)
        select template.Finding(parameter.Name, "is a parameter that nothing uses.");

    private static IEnumerable<Finding> EveryParameterIsDescribed(Template template) =>
        from parameter in Of(template)
        where string.IsNullOrEmpty(parameter.Value.Value<string>("Description"))
        select template.Finding(parameter.Name, "has no description.");

    private static IEnumerable<Finding> EveryParameterIsBounded(Template template)
    {
        foreach (var parameter in Of(template))
        {
            var body = (JObject)parameter.Value;
            var bounded = body.Value<string>("Type") switch
            {
                "String" => body.ContainsKey("AllowedValues")
                    || (body.ContainsKey("AllowedPattern") && body.ContainsKey("ConstraintDescription")),
                "Number" => body.ContainsKey("AllowedValues") || body.ContainsKey("MinValue"),
                { } type => type.Contains("AWS::", StringComparison.Ordinal),
                null => false,
            };
            if (!bounded)
                yield return template.Finding(parameter.Name, "needs allowed values, a range, or a pattern with its description.");
        }
    }

    private static IEnumerable<Finding> EveryParameterIsGrouped(Template template)
    {
        var grouped = (template.Root.SelectToken("Metadata.['AWS::CloudFormation::Interface'].ParameterGroups") as JArray ?? [])
            .SelectMany(group => group["Parameters"] as JArray ?? []).Select(Intrinsics.Text).ToHashSet();
        return
        [
            .. Of(template).Where(parameter => !grouped.Contains(parameter.Name))
                .Select(parameter => template.Finding(parameter.Name, "is in no parameter group.")),
            .. grouped.Where(name => !template.Parameters.ContainsKey(name))
                .Select(name => template.Finding(name, "is in a parameter group, and is no parameter.")),
        ];
    }
}
