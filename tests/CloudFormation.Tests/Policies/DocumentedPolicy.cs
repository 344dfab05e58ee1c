using Newtonsoft.Json.Linq;
using TestSupport;

namespace CloudFormation.Tests.Policies;

/// <summary>A policy of docs/policies, which users give to IAM as it is.</summary>
/// <param name="name">The file's name without its ending.</param>
internal sealed class DocumentedPolicy(string name)
{
    private const string ByCloudFormation = "aws:CalledVia";
    private readonly JArray _statements = (JArray)JObject.Parse(File.ReadAllText(PathOf(name)))["Statement"]!;

    public static IReadOnlyList<string> Names { get; } = ["push", "deploy", "deploy-network", "run"];

    /// <summary>What the holder may call, and what CloudFormation may call for the holder.</summary>
    public IReadOnlyList<string> Actions => [.. _statements.SelectMany(ActionsOf)];

    /// <summary>What the holder may call.</summary>
    public IReadOnlyList<string> OwnActions => [.. _statements.Where(statement => !IsOfStacks(statement)).SelectMany(ActionsOf)];

    public static string PathOf(string name) => RepositoryRoot.Combine("docs", "policies", name + ".json");

    private static IEnumerable<string> ActionsOf(JToken statement) =>
        statement["Action"] is JArray several ? several.Select(action => (string)action!) : [(string)statement["Action"]!];

    private static bool IsOfStacks(JToken statement) =>
        (string?)statement["Condition"]?["ForAnyValue:StringEquals"]?[ByCloudFormation] == "cloudformation.amazonaws.com";
}
