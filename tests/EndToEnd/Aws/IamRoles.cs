using System.Xml.Linq;
using StandIns.Authorization.Policies;
using TestSupport.Moto;

namespace EndToEnd.Aws;

/// <summary>Roles and endpoint policies as CloudFormation deployed them.</summary>
/// <param name="moto">Where they were deployed.</param>
internal sealed class IamRoles(MotoClient moto)
{
    private const string IamVersion = "2010-05-08";

    /// <summary>Who may take the role.</summary>
    public async Task<Policy> TrustOfAsync(string roleArn)
    {
        var answer = await AskAsync("GetRole", ("RoleName", NameOf(roleArn)));
        return Policy.Read(Decoded(answer, "AssumeRolePolicyDocument"));
    }

    /// <summary>Everything that the role's own policies say.</summary>
    public async Task<Policy> PolicyOfAsync(string roleArn)
    {
        var role = ("RoleName", NameOf(roleArn));
        var names = Values(await AskAsync("ListRolePolicies", role), "member");
        var statements = new List<Statement>();
        foreach (var name in names)
            statements.AddRange(Policy.Read(Decoded(await AskAsync("GetRolePolicy", role, ("PolicyName", name)), "PolicyDocument")).Statements);
        return new Policy(statements);
    }

    /// <summary>The policies of the gateway endpoints on the way of the tasks, by the service's name in signatures.</summary>
    public async Task<IReadOnlyDictionary<string, Policy>> EndpointPoliciesAsync()
    {
        var answer = await moto.QueryAsync("ec2", "2016-11-15", "DescribeVpcEndpoints", []);
        return answer.Descendants().Where(element => element.Name.LocalName == "item" && Values(element, "policyDocument").Any())
            .ToDictionary(item => Values(item, "serviceName").First().Split('.')[^1], item => Policy.Read(Values(item, "policyDocument").First()));
    }

    private Task<XElement> AskAsync(string action, params (string Name, string Value)[] arguments) => moto.QueryAsync("iam", IamVersion, action, arguments);

    private static string NameOf(string roleArn) => roleArn[(roleArn.LastIndexOf('/') + 1)..];

    private static string Decoded(XElement answer, string name)
    {
        var text = Values(answer, name).Single();
        return text.StartsWith('{') ? text : Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private static IEnumerable<string> Values(XElement answer, string name) =>
        answer.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
