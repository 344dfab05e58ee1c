using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;
using Build.Aws;
using Build.Errors;
using Build.Output;

namespace Build.Network;

/// <summary>
/// Takes the rules of a VPC's default security group away. AWS makes the group with the VPC and lets everything in it through;
/// CloudFormation cannot change it.
/// </summary>
public sealed class DefaultSecurityGroup(AwsClients clients, Screen screen)
{
    /// <summary>The output of the network stack that holds the group's id.</summary>
    public const string Output = "DefaultSecurityGroupId";

    /// <summary>Returns when the group has no rule; one call where it has none already.</summary>
    /// <param name="group">Its id.</param>
    /// <param name="cancel">Ends the calls.</param>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">A call was refused.</exception>
    public async Task CloseAsync(string group, CancellationToken cancel)
    {
        var client = await clients.Ec2Async(cancel);
        var session = await clients.SessionAsync(cancel);
        await AwsFailures.ExplainAsync($"close the default security group {group} (ec2:DescribeSecurityGroupRules, ec2:RevokeSecurityGroupIngress, ec2:RevokeSecurityGroupEgress)", session, async () =>
        {
            var rules = await RulesAsync(client, group, cancel);
            var (incoming, outgoing) = (Ids(rules, isOutgoing: false), Ids(rules, isOutgoing: true));
            if (incoming.Count > 0)
                await client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, SecurityGroupRuleIds = incoming }, cancel);
            if (outgoing.Count > 0)
                await client.RevokeSecurityGroupEgressAsync(new RevokeSecurityGroupEgressRequest { GroupId = group, SecurityGroupRuleIds = outgoing }, cancel);
            if (rules.Count > 0) screen.Line(string.Create(CultureInfo.InvariantCulture, $"closed the network's default security group {group}, which had {rules.Count} {(rules.Count == 1 ? "rule" : "rules")}"));
            return rules.Count;
        });
    }

    private static async Task<List<SecurityGroupRule>> RulesAsync(IAmazonEC2 client, string group, CancellationToken cancel)
    {
        var rules = new List<SecurityGroupRule>();
        var request = new DescribeSecurityGroupRulesRequest { Filters = [new Filter("group-id", [group])] };
        do
        {
            var page = await client.DescribeSecurityGroupRulesAsync(request, cancel);
            rules.AddRange(page.SecurityGroupRules ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return rules;
    }

    private static List<string> Ids(IEnumerable<SecurityGroupRule> rules, bool isOutgoing) =>
        [.. rules.Where(rule => rule.IsEgress == isOutgoing).Select(rule => rule.SecurityGroupRuleId)];
}
