using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>The network that the tasks run in.</summary>
public static class NetworkOptions
{
    private const OptionScope Deployed = OptionScope.Automation | OptionScope.Template;
    /// <summary>What older parameter files name in every region; it is accepted, and means the region's first zone.</summary>
    public const string FormerDefaultZone = "us-east-1a";

    private const string Cidr = @"([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}";

    public static readonly Option<string> VpcCidr = Range("VpcCidr", "10.0.0.0/16", "The VPC's addresses.");

    public static readonly Option<string> PublicSubnetCidr = Range("PublicSubnetCidr", "10.0.1.0/24", "The first zone's public subnet.");

    public static readonly Option<string> PrivateSubnetCidr = Range("PrivateSubnetCidr", "10.0.2.0/24", "The first zone's private subnet, for tasks.");

    public static readonly Option<string> PublicSubnetCidr2 =
        Range("PublicSubnetCidr2", "", "The second zone's public subnet; taken from VpcCidr when empty.");

    public static readonly Option<string> PrivateSubnetCidr2 =
        Range("PrivateSubnetCidr2", "", "The second zone's private subnet; taken from VpcCidr when empty.");

    public static readonly Option<string> AvailabilityZone = Zone("AvailabilityZone", "The first zone; the region's first when empty.");

    public static readonly Option<string> AvailabilityZone2 = Zone("AvailabilityZone2", "The second zone; the region's second when empty.");

    public static readonly Option<NatGateways> NatGateways = new(
        "NatGateways", OptionGroup.Network,
        Kind.Choice(("one", Values.NatGateways.One), ("per-zone", Values.NatGateways.PerZone), ("none", Values.NatGateways.None)),
        "NAT gateways; each has a price by the hour. none needs InterfaceEndpoints.")
    { Default = Values.NatGateways.One, Scope = Deployed };

    public static readonly Option<bool> InterfaceEndpoints = new(
        "InterfaceEndpoints", OptionGroup.Network, Kind.Boolean(), "Reaches AWS by private endpoints, so that no NAT gateway is needed.")
    { Default = false, Scope = Deployed };

    public static readonly Option<string> VpcId = new(
        "VpcId", OptionGroup.Network, Kind.Text("vpc-[0-9a-f]{8,17}", "a VPC's id such as vpc-0123456789abcdef0", orEmpty: true),
        "An existing VPC to run in, instead of a network stack; needs SubnetIds.")
    { Default = "", Scope = Deployed };

    public static readonly Option<TextList> SubnetIds = new(
        "SubnetIds", OptionGroup.Network, Kind.List("subnet-[0-9a-f]{8,17}", "ids such as subnet-0123456789abcdef0, with commas between them"),
        "Existing private subnets to run in; needs VpcId.")
    { Default = TextList.Empty, Scope = Deployed };

    public static readonly Option<bool> FlowLogs = new(
        "FlowLogs", OptionGroup.Network, Kind.Boolean(), "Logs the VPC's connections; it has a price.")
    { Default = false, Scope = Deployed };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All =>
    [
        VpcCidr, PublicSubnetCidr, PrivateSubnetCidr, PublicSubnetCidr2, PrivateSubnetCidr2, AvailabilityZone, AvailabilityZone2,
        NatGateways, InterfaceEndpoints, VpcId, SubnetIds, FlowLogs,
    ];

    private static Option<string> Range(string name, string standard, string help) =>
        new(name, OptionGroup.Network, Kind.Text(Cidr, "an address range such as 10.0.1.0/24", orEmpty: standard.Length == 0), help)
        {
            Default = standard,
            Scope = Deployed,
        };

    private static Option<string> Zone(string name, string help) =>
        new(name, OptionGroup.Network, Kind.Text("[a-z]{2}(-[a-z0-9]+)+[a-z]", "a zone such as us-east-1a", orEmpty: true), help)
        {
            Default = "",
            Scope = Deployed,
        };
}
