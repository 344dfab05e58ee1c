using System.Globalization;
using System.Text.RegularExpressions;
using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Rules;

/// <summary>What every template looks like.</summary>
public static partial class FormRules
{
    /// <summary>The largest template that CloudFormation takes without a bucket, in bytes.</summary>
    public const int LargestTemplate = 51_200;

    private const string Scaling = "AWS::ApplicationAutoScaling::";

    // AWS gives these no tags (schemas of the CloudFormation registry).
    private static readonly HashSet<string> Untaggable =
    [
        "AWS::CloudWatch::Dashboard", "AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPCGatewayAttachment",
        "AWS::S3::BucketPolicy",
    ];

    internal static IEnumerable<TemplateRule> All =>
    [
        TemplateRule.Each("A template fits into one call", FitsIntoOneCall),
        TemplateRule.Each("Every resource is tagged", EveryResourceIsTagged),
        TemplateRule.Each("Partition, region and account are never written out", NothingIsWrittenOut),
        TemplateRule.Each("Every output has a description", EveryOutputIsDescribed),
        TemplateRule.Each("Tasks run on demand: there is no service", NoService),
    ];

    private static IEnumerable<Finding> FitsIntoOneCall(Template template) =>
        template.SizeInBytes < LargestTemplate ? []
            : [template.Finding("template", string.Create(
                CultureInfo.InvariantCulture,
                $"{template.SizeInBytes} bytes; CloudFormation takes less than {LargestTemplate} without a bucket."))];

    private static IEnumerable<Finding> EveryResourceIsTagged(Template template) =>
        from resource in template.AllResources()
        where !Untaggable.Contains(resource.Type)
        from tag in template.Parameters.ContainsKey("Environment") ? (string[])["Project", "Environment"] : ["Project"]
        where !TagNames(resource.Properties["Tags"]).Contains(tag)
        select resource.Finding($"has no tag {tag}.");

    private static IEnumerable<string> TagNames(JToken? tags) => tags switch
    {
        JObject map => map.Properties().Select(tag => tag.Name),
        JArray list => list.OfType<JObject>().Select(tag => tag.Value<string>("Key") ?? ""),
        _ => [],
    };

    private static IEnumerable<Finding> NothingIsWrittenOut(Template template) =>
        from section in template.Root.Properties()
        where section.Name is "Conditions" or "Resources" or "Outputs"
        from item in ((JObject)section.Value).Properties()
        from text in Intrinsics.Texts(item.Value)
        let found = WrittenOut().Match(text)
        where found.Success
        select template.Finding(item.Name, $"'{found.Value}' is written out; use the pseudo parameter.");

    private static IEnumerable<Finding> EveryOutputIsDescribed(Template template) =>
        template.Outputs.Properties().Where(output => string.IsNullOrEmpty(output.Value.Value<string>("Description")))
            .Select(output => template.Finding(output.Name, "has no description."));

    private static IEnumerable<Finding> NoService(Template template) =>
        template.AllResources()
            .Where(resource => resource.Type == "AWS::ECS::Service" || resource.Type.StartsWith(Scaling, StringComparison.Ordinal))
            .Select(resource => resource.Finding($"is an {resource.Type}."));

    [GeneratedRegex(
        @"arn:aws|amazonaws\.com\.cn|\b[a-z]{2}(-[a-z]+)+-[0-9][a-z]?\b|\b[0-9]{12}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrittenOut();
}
