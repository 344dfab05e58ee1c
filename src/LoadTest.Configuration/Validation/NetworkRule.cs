using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>That the subnets fit into the VPC, and that tasks can reach AWS. AWS takes a VPC and subnets of /16 to /28.</summary>
internal static class NetworkRule
{
    public static IEnumerable<Problem> Check(Settings settings)
    {
        foreach (var (one, other) in new (Option, Option)[]
        {
            (NetworkOptions.VpcId, NetworkOptions.SubnetIds), (NetworkOptions.SubnetIds, NetworkOptions.VpcId),
        })
        {
            if (RequiredRule.Has(settings, one) && RequiredRule.Lacks(settings, other)) yield return RequiredRule.Missing(settings, one, other);
        }

        // A network that exists already is not ours to check.
        if (RequiredRule.Has(settings, NetworkOptions.VpcId)) yield break;

        if (settings.Get(NetworkOptions.NatGateways) == NatGateways.None && !settings.Get(NetworkOptions.InterfaceEndpoints))
        {
            yield return new Problem(
                ErrorCodes.Contradiction, "without NAT gateways and interface endpoints no task can reach AWS",
                $"{settings.Origin(NetworkOptions.NatGateways)} and {settings.Origin(NetworkOptions.InterfaceEndpoints)}",
                "set InterfaceEndpoints to true, or NatGateways to one");
        }

        foreach (var problem in CheckZones(settings)) yield return problem;
        foreach (var problem in SubnetPlan.Of(settings).Problems) yield return problem;
    }

    private static IEnumerable<Problem> CheckZones(Settings settings)
    {
        var (first, second) = (settings.Get(NetworkOptions.AvailabilityZone), settings.Get(NetworkOptions.AvailabilityZone2));
        if (first.Length > 0 && first == second)
        {
            yield return new Problem(
                ErrorCodes.Contradiction, $"AvailabilityZone and AvailabilityZone2 are the same zone ({first})",
                $"{settings.Origin(NetworkOptions.AvailabilityZone)} and {settings.Origin(NetworkOptions.AvailabilityZone2)}",
                "give two zones of the region, or leave both out");
        }

        if (!settings.TryGet(ConnectionOptions.Region, out var region)) yield break;
        foreach (var option in new[] { NetworkOptions.AvailabilityZone, NetworkOptions.AvailabilityZone2 })
        {
            var zone = settings.Get(option);
            // Written by hand the old default names us-east-1a whatever the region: it then means the region's first zone.
            if (zone.Length == 0 || zone == NetworkOptions.FormerDefaultZone || zone.StartsWith(region, StringComparison.Ordinal)) continue;
            yield return new Problem(
                ErrorCodes.NetworkPlan, $"{option} is in another region than {region} (was '{zone}')", settings.Origin(option),
                $"give a zone of {region}, or leave it empty");
        }
    }
}
