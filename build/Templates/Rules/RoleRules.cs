using Build.Templates.Policies;
using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Rules;

/// <summary>Who may do what.</summary>
public static class RoleRules
{
    private const string Account = "${AWS::AccountId}";
    private const string EcsOfThisAccount = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*";

    // For these AWS defines no resource type (Service Authorization Reference).
    private static readonly HashSet<string> WithoutResource = ["ecr:GetAuthorizationToken"];

    internal static IEnumerable<TemplateRule> All =>
    [
        Statements("No statement allows a bare * action", BareActions),
        Statements("No statement allows a bare * resource where AWS has a finer one", BareResources),
        Statements("A role is taken by ECS tasks of this account alone", Trust),
        Statements("What is open to every principal is bound to this account, or to one bucket of AWS", OpenPrincipals),
        Statements("A statement has a name of its own", Named),
        TemplateRule.Each("Roles hold no managed policy", ManagedPolicies),
    ];

    private static TemplateRule Statements(string name, Func<PolicyStatement, IEnumerable<Finding>> check) =>
        TemplateRule.Each(name, template => PolicyStatements.Of(template).SelectMany(check));

    private static IEnumerable<Finding> BareActions(PolicyStatement statement) =>
        !statement.Allows ? []
            : [
                .. statement.Actions.Where(action => action.Contains('*', StringComparison.Ordinal))
                    .Select(action => statement.Finding($"allows the action {action}.")),
                .. statement.Body.ContainsKey("NotAction") || statement.Body.ContainsKey("NotResource")
                    ? [statement.Finding("says what is not meant; say what is.")] : Array.Empty<Finding>(),
            ];

    private static IEnumerable<Finding> BareResources(PolicyStatement statement) =>
        statement.Allows && statement.Resources.Contains("*") && !statement.Actions.All(WithoutResource.Contains)
            ? [statement.Finding("allows every resource.")] : [];

    private static IEnumerable<Finding> Trust(PolicyStatement statement)
    {
        if (statement.Kind != PolicyKind.Trust || !statement.Allows) yield break;
        if (statement.Principal is not JObject { Count: 1 } principal || Intrinsics.Text(principal["Service"]) != "ecs-tasks.amazonaws.com")
            yield return statement.Finding("lets somebody else than ECS tasks take the role.");
        if (statement.Condition("StringEquals", "aws:SourceAccount") != Account)
            yield return statement.Finding("is not bound to this account (aws:SourceAccount).");
        if (statement.Condition("ArnLike", "aws:SourceArn") != EcsOfThisAccount)
            yield return statement.Finding("is not bound to ECS of this account (aws:SourceArn).");
    }

    private static IEnumerable<Finding> OpenPrincipals(PolicyStatement statement) =>
        statement.Allows && Intrinsics.Text(statement.Principal) == "*"
            && statement.Condition("StringEquals", "aws:PrincipalAccount") != Account
            && !statement.Resources.All(resource => resource.Contains("starport-layer-bucket/", StringComparison.Ordinal))
            ? [statement.Finding("is open to other accounts.")] : [];

    private static IEnumerable<Finding> Named(PolicyStatement statement) =>
        statement.Id.Length == 0 && statement.Kind != PolicyKind.Trust ? [statement.Finding("has no Sid.")] : [];

    private static IEnumerable<Finding> ManagedPolicies(Template template) =>
        template.ResourcesOfType("AWS::IAM::Role").Where(role => role.Properties.ContainsKey("ManagedPolicyArns"))
            .Select(role => role.Finding("holds a managed policy, whose content changes without us."));
}
