using StandIns.Wire;

namespace Build.Tests.Stacks.Support;

/// <summary>The other services of an account beside <see cref="FakeCloudFormation"/>: who we are, and the default security group's rules.</summary>
internal static class FakeAccount
{
    /// <summary>Lays out an identity.</summary>
    public static void GivenIdentity(WireServer server) => server.Given("sts", "GetCallerIdentity", new WireAnswer(200, "text/xml", $"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
          <Arn>arn:aws:iam::{FakeCloudFormation.Account}:user/tester</Arn><UserId>AIDA</UserId><Account>{FakeCloudFormation.Account}</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """));

    /// <summary>Lays out a default security group with the two rules that AWS gives it; they go when they are revoked.</summary>
    public static void GivenDefaultGroup(WireServer server)
    {
        var rules = new List<string> { Rule("sgr-1", "false"), Rule("sgr-2", "true") };
        server.Given("ec2", "DescribeSecurityGroupRules", _ => Ec2("DescribeSecurityGroupRules", $"<securityGroupRuleSet>{string.Concat(rules)}</securityGroupRuleSet>"));
        server.Given("ec2", "RevokeSecurityGroupIngress", _ => Revoked("Ingress", "sgr-1"));
        server.Given("ec2", "RevokeSecurityGroupEgress", _ => Revoked("Egress", "sgr-2"));
        WireAnswer Revoked(string way, string id)
        {
            rules.RemoveAll(rule => rule.Contains(id, StringComparison.Ordinal));
            return Ec2("RevokeSecurityGroup" + way, "<return>true</return>");
        }
    }

    private static string Rule(string id, string isOutgoing) =>
        $"<item><securityGroupRuleId>{id}</securityGroupRuleId><groupId>sg-1</groupId><isEgress>{isOutgoing}</isEgress><ipProtocol>-1</ipProtocol></item>";

    private static WireAnswer Ec2(string action, string body) =>
        new(200, "text/xml", $"<{action}Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>1</requestId>{body}</{action}Response>");
}
