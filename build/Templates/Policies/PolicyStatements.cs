using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Policies;

/// <summary>Finds the policies in templates.</summary>
public static class PolicyStatements
{
    /// <summary>Every statement of a template: trust and permissions of roles, policies of endpoints and buckets.</summary>
    public static IEnumerable<PolicyStatement> Of(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.AllResources().SelectMany(Of);
    }

    private static IEnumerable<PolicyStatement> Of(TemplateResource resource) => resource.Type switch
    {
        "AWS::IAM::Role" =>
        [
            .. Statements(resource, PolicyKind.Trust, resource.Properties["AssumeRolePolicyDocument"]),
            .. Intrinsics.Elements(resource.Properties["Policies"])
                .SelectMany(policy => Statements(resource, PolicyKind.Identity, policy["PolicyDocument"])),
        ],
        "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" or "AWS::IAM::RolePolicy" =>
            Statements(resource, PolicyKind.Identity, resource.Properties["PolicyDocument"]),
        _ => Statements(resource, PolicyKind.Resource, resource.Properties["PolicyDocument"]),
    };

    private static IEnumerable<PolicyStatement> Statements(TemplateResource owner, PolicyKind kind, JToken? document) =>
        Intrinsics.Branches(document).SelectMany(policy => Intrinsics.Elements(policy["Statement"]))
            .OfType<JObject>().Select(statement => new PolicyStatement(owner, kind, statement));
}
