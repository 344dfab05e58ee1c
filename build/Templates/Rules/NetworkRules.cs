using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Rules;

/// <summary>Where tasks live and what they reach.</summary>
public static class NetworkRules
{
    internal static IEnumerable<TemplateRule> All =>
    [
        TemplateRule.Each("No subnet gives out public addresses", NoPublicAddresses),
        TemplateRule.Each("Tasks get private subnets alone", OnlyPrivateSubnetsAreGivenOut),
        TemplateRule.Each("A private subnet's way out is a NAT gateway in a public one", PrivateRoutesGoToNat),
        TemplateRule.Each("DynamoDB and S3 are reached through gateway endpoints from every private subnet", GatewayEndpoints),
        TemplateRule.Each("Nothing comes in to the tasks, and only HTTPS goes out", TaskSecurityGroups),
        TemplateRule.Each("What a task is started with gives it no public address", NetworkConfiguration),
    ];

    private static IEnumerable<Finding> NoPublicAddresses(Template template) =>
        template.ResourcesOfType("AWS::EC2::Subnet").Where(subnet => Intrinsics.Text(subnet.Properties["MapPublicIpOnLaunch"]) != "false")
            .Select(subnet => subnet.Finding("gives public addresses to what starts in it."));

    private static IEnumerable<Finding> OnlyPrivateSubnetsAreGivenOut(Template template)
    {
        if (!template.Outputs.ContainsKey("SubnetIds") || !template.ResourcesOfType("AWS::EC2::Subnet").Any()) return [];
        var routes = new SubnetRoutes(template);
        return routes.Subnets
            .Where(subnet => IsForTasks(template, subnet) && routes.DefaultRoutes(subnet).Any(route => route.ContainsKey("GatewayId")))
            .Select(subnet => template.Finding(subnet, "is given to tasks, and its way out is an internet gateway."));
    }

    private static IEnumerable<Finding> PrivateRoutesGoToNat(Template template)
    {
        if (!template.Outputs.ContainsKey("SubnetIds") || !template.ResourcesOfType("AWS::EC2::Subnet").Any()) yield break;
        var routes = new SubnetRoutes(template);
        foreach (var subnet in routes.Subnets.Where(subnet => IsForTasks(template, subnet)))
        {
            var ways = routes.DefaultRoutes(subnet)
                .SelectMany(route => Intrinsics.Branches(route["NatGatewayId"])).Select(Intrinsics.Text).ToArray();
            if (ways.Length == 0) yield return template.Finding(subnet, "has no way out through NAT.");
            foreach (var way in ways.Where(way => !routes.IsNatGatewayInPublicSubnet(way)))
                yield return template.Finding(subnet, $"goes out through {way}, which is no NAT gateway in a public subnet.");
        }
    }

    private static IEnumerable<Finding> GatewayEndpoints(Template template)
    {
        if (!template.ResourcesOfType("AWS::EC2::VPC").Any()) yield break;
        var tables = new SubnetRoutes(template).RouteTablesOf(subnet => IsForTasks(template, subnet)).ToArray();
        foreach (var service in (string[])["dynamodb", "s3"])
        {
            var endpoint = template.ResourcesOfType("AWS::EC2::VPCEndpoint")
                .SingleOrDefault(candidate => candidate.Text("ServiceName").EndsWith($".{service}", StringComparison.Ordinal));
            if (endpoint is null || endpoint.Text("VpcEndpointType") != "Gateway" || endpoint.Body.ContainsKey("Condition"))
            {
                yield return template.Finding(service, "has no gateway endpoint that is always there.");
                continue;
            }

            if (!endpoint.Properties.ContainsKey("PolicyDocument"))
                yield return endpoint.Finding("lets everything through; it needs a policy.");
            var served = Intrinsics.Elements(endpoint.Properties["RouteTableIds"]).ToArray();
            foreach (var table in tables.Where(table => !served.Any(id => Intrinsics.Mentions(id, table))))
                yield return endpoint.Finding($"serves not the routes of {table}.");
        }
    }

    private static bool IsForTasks(Template template, string subnet) =>
        template.Outputs["SubnetIds"] is { } given && Intrinsics.Mentions(given, subnet);

    private static bool IsHttps(JToken way) =>
        (Intrinsics.Text(way["IpProtocol"]), Intrinsics.Text(way["FromPort"]), Intrinsics.Text(way["ToPort"])) == ("tcp", "443", "443");

    private static IEnumerable<Finding> TaskSecurityGroups(Template template)
    {
        foreach (var group in template.ResourcesOfType("AWS::EC2::SecurityGroup").Where(group => group.LogicalName == "TaskSecurityGroup"))
        {
            if (Intrinsics.Elements(group.Properties["SecurityGroupIngress"]).Any()) yield return group.Finding("lets something in.");
            var ways = Intrinsics.Elements(group.Properties["SecurityGroupEgress"]).ToArray();
            // Without any rule AWS adds one that lets everything out.
            if (ways.Length == 0) yield return group.Finding("lets everything out.");
            foreach (var way in ways.Where(way => !IsHttps(way)))
                yield return group.Finding($"lets out {way.ToString(Newtonsoft.Json.Formatting.None)}.");
        }

        foreach (var rule in template.AllResources()
            .Where(resource => resource.Type is "AWS::EC2::SecurityGroupIngress" or "AWS::EC2::SecurityGroupEgress"))
            yield return rule.Finding("is a rule outside of its group.");
    }

    private static IEnumerable<Finding> NetworkConfiguration(Template template) =>
        template.ResourcesOfType("AWS::ECS::TaskDefinition").Any()
            && !Intrinsics.Texts(template.Outputs["NetworkConfiguration"] ?? new JObject())
                .Any(text => text.Contains("\"assignPublicIp\":\"DISABLED\"", StringComparison.Ordinal))
            ? [template.Finding("NetworkConfiguration", "does not say that a task gets no public address.")] : [];
}
