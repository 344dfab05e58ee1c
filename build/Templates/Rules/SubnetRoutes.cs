using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Rules;

/// <summary>Follows a template's subnets through their route tables.</summary>
internal sealed class SubnetRoutes(Template template)
{
    public IEnumerable<string> Subnets => template.ResourcesOfType("AWS::EC2::Subnet").Select(subnet => subnet.LogicalName);

    /// <summary>The routes to everywhere of a subnet's route table.</summary>
    public IEnumerable<JObject> DefaultRoutes(string subnet) =>
        from table in RouteTablesOf(name => name == subnet)
        from route in template.ResourcesOfType("AWS::EC2::Route")
        where Intrinsics.Mentions(route.Properties["RouteTableId"]!, table) && route.Text("DestinationCidrBlock") == "0.0.0.0/0"
        select route.Properties;

    /// <summary>The route tables of the subnets that are meant.</summary>
    public IEnumerable<string> RouteTablesOf(Func<string, bool> isMeant) =>
        from association in template.ResourcesOfType("AWS::EC2::SubnetRouteTableAssociation")
        where Subnets.Any(subnet => isMeant(subnet) && Intrinsics.Mentions(association.Properties["SubnetId"]!, subnet))
        select Intrinsics.Text(association.Properties["RouteTableId"])[2..^1];

    /// <summary>Whether a reference such as <c>${NatGateway1}</c> is a NAT gateway whose subnet's way out is an internet gateway.</summary>
    public bool IsNatGatewayInPublicSubnet(string reference) =>
        template.ResourcesOfType("AWS::EC2::NatGateway").Any(gateway =>
            reference == $"${{{gateway.LogicalName}}}"
            && DefaultRoutes(Intrinsics.Text(gateway.Properties["SubnetId"])[2..^1]).Any(route => route.ContainsKey("GatewayId")));
}
