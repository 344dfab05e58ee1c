using System.Globalization;
using LoadTest.Configuration.Options;

namespace Build.Stacks.Overview;

/// <summary>A part of what an environment costs while nothing runs.</summary>
/// <param name="What">What costs.</param>
/// <param name="Dollars">USD a month.</param>
public sealed record IdleCost(string What, double Dollars)
{
    private const int Zones = 2;
    private const int Endpoints = 4;
    private const int Alarms = 2;

    /// <summary>What the deployed stacks cost, by what they were deployed with; the images by their size.</summary>
    /// <param name="parameters">Parameters by part, of the parts that are deployed.</param>
    /// <param name="imageBytes">The size of all images.</param>
    public static IReadOnlyList<IdleCost> Of(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> parameters, long imageBytes)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        List<IdleCost> costs = [];
        if (parameters.TryGetValue("network", out var network)) costs.AddRange(Network(network));
        if (parameters.TryGetValue("table", out var table)) costs.Add(new("table", Table(table)));
        if (parameters.ContainsKey("monitoring")) costs.Add(new("dashboard and alarms", IdlePrices.DashboardMonth + Alarms * IdlePrices.AlarmMonth));
        costs.Add(new("images", imageBytes / 1e9 * IdlePrices.ImageGigabyteMonth));
        return [.. costs.Where(cost => cost.Dollars > 0)];
    }

    private static IEnumerable<IdleCost> Network(IReadOnlyDictionary<string, string> parameters)
    {
        var gateways = parameters.GetValueOrDefault(nameof(NetworkOptions.NatGateways)) switch { "none" => 0, "per-zone" => Zones, _ => 1 };
        yield return new(gateways == 1 ? "NAT gateway" : "NAT gateways", gateways * IdlePrices.NatGatewayHour * IdlePrices.HoursAMonth);
        if (parameters.GetValueOrDefault(nameof(NetworkOptions.InterfaceEndpoints)) == "true")
            yield return new("interface endpoints", Endpoints * Zones * IdlePrices.EndpointHour * IdlePrices.HoursAMonth);
    }

    private static double Table(IReadOnlyDictionary<string, string> parameters)
    {
        if (parameters.GetValueOrDefault(nameof(TableOptions.BillingMode)) != "PROVISIONED") return 0;
        return (Units(parameters, nameof(TableOptions.ReadCapacityUnits)) * IdlePrices.ReadUnitHour
            + Units(parameters, nameof(TableOptions.WriteCapacityUnits)) * IdlePrices.WriteUnitHour) * IdlePrices.HoursAMonth;
    }

    private static double Units(IReadOnlyDictionary<string, string> parameters, string name) =>
        double.Parse(parameters.GetValueOrDefault(name, "0"), CultureInfo.InvariantCulture);
}
