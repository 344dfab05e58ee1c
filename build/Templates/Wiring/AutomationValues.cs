using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Validation;

namespace Build.Templates.Wiring;

/// <summary>What a deployment passes that is neither a setting nor an output: <c>automation.x</c> in stacks.json.</summary>
public static class AutomationValues
{
    /// <summary>The values by their names in stacks.json.</summary>
    /// <param name="settings">Without problems.</param>
    /// <param name="region">The region of the deployment.</param>
    /// <param name="image">The image by digest.</param>
    public static IReadOnlyDictionary<string, string> Of(Settings settings, string region, string image)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var subnets = SubnetPlan.Of(settings);
        return new Dictionary<string, string>
        {
            ["image"] = image,
            ["settings"] = DeployedSettings.Json(settings),
            ["table"] = WithoutEnvironment(settings),
            ["zone"] = Zone(settings, region),
            ["publicSubnet2"] = subnets.Range(NetworkOptions.PublicSubnetCidr2)?.ToString() ?? "",
            ["privateSubnet2"] = subnets.Range(NetworkOptions.PrivateSubnetCidr2)?.ToString() ?? "",
        };
    }

    // The template puts the environment in front, always; the setting may hold it already.
    private static string WithoutEnvironment(Settings settings)
    {
        var prefix = settings.Environment + "-";
        var name = settings.Get(TableOptions.TableName);
        return name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
    }

    // The old default names a zone of one region, and means the first zone of any other.
    private static string Zone(Settings settings, string region)
    {
        var zone = settings.Get(NetworkOptions.AvailabilityZone);
        return zone == NetworkOptions.FormerDefaultZone && !zone.StartsWith(region, StringComparison.Ordinal) ? "" : zone;
    }
}
