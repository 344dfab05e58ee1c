using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>The address ranges of VPC and subnets; those of the second zone are derived from the VPC's where they are not given.</summary>
public sealed class SubnetPlan
{
    private static readonly Option<string>[] Options =
    [
        NetworkOptions.PublicSubnetCidr, NetworkOptions.PrivateSubnetCidr, NetworkOptions.PublicSubnetCidr2, NetworkOptions.PrivateSubnetCidr2,
    ];

    private readonly List<(Option<string> Option, AddressRange Range)> _subnets = [];

    private SubnetPlan()
    {
    }

    /// <summary>What is wrong with the ranges; empty where they fit.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Plans the network of these settings.</summary>
    public static SubnetPlan Of(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var plan = new SubnetPlan();
        var problems = new List<Problem>();
        if (Read(settings, NetworkOptions.VpcCidr, problems) is { } vpc)
        {
            plan.AddGiven(settings, vpc, problems);
            if (problems.Count == 0) plan.Derive(settings, vpc, problems);
        }

        plan.Problems = problems;
        return plan;
    }

    /// <summary>The range of a subnet option, given or derived; null where there is none because of a problem.</summary>
    public AddressRange? Range(Option<string> subnet)
    {
        var index = _subnets.FindIndex(pair => pair.Option == subnet);
        return index < 0 ? null : _subnets[index].Range;
    }

    private void AddGiven(Settings settings, AddressRange vpc, List<Problem> problems)
    {
        foreach (var option in Options.Where(option => settings.Get(option).Length > 0))
        {
            if (Read(settings, option, problems) is not { } range) continue;
            if (!vpc.Contains(range))
            {
                problems.Add(new Problem(
                    ErrorCodes.NetworkPlan, $"{option} lies outside VpcCidr {vpc} (was '{range}')", settings.Origin(option),
                    $"give a range inside {vpc}"));
            }

            foreach (var (other, taken) in _subnets.Where(pair => pair.Range.Overlaps(range)))
            {
                problems.Add(new Problem(
                    ErrorCodes.NetworkPlan, $"{option} overlaps {other} {taken} (was '{range}')",
                    $"{settings.Origin(other)} and {settings.Origin(option)}", "give ranges that share no address"));
            }

            _subnets.Add((option, range));
        }
    }

    // The first free range of the same size as the first zone's subnet, looked for from the start of the VPC.
    private void Derive(Settings settings, AddressRange vpc, List<Problem> problems)
    {
        foreach (var (option, like) in new[]
        {
            (NetworkOptions.PublicSubnetCidr2, NetworkOptions.PublicSubnetCidr), (NetworkOptions.PrivateSubnetCidr2, NetworkOptions.PrivateSubnetCidr),
        })
        {
            if (Range(option) is not null) continue;
            if (FirstFree(vpc, Range(like)!.Value) is { } free) _subnets.Add((option, free));
            else
            {
                problems.Add(new Problem(
                    ErrorCodes.NetworkPlan, $"VpcCidr {vpc} has no room left for {option}", settings.Origin(NetworkOptions.VpcCidr),
                    "give a larger VpcCidr, or smaller subnets"));
            }
        }
    }

    private AddressRange? FirstFree(AddressRange vpc, AddressRange like)
    {
        for (long first = vpc.First; first + like.Size - 1 <= vpc.Last; first += like.Size)
        {
            var candidate = new AddressRange((uint)first, like.PrefixLength);
            if (!_subnets.Exists(pair => pair.Range.Overlaps(candidate))) return candidate;
        }

        return null;
    }

    private static AddressRange? Read(Settings settings, Option<string> option, List<Problem> problems)
    {
        var text = settings.Get(option);
        var isRange = AddressRange.TryParse(text, out var range);
        if (isRange && range.PrefixLength is >= 16 and <= 28) return range;
        problems.Add(new Problem(
            ErrorCodes.NetworkPlan,
            isRange ? $"{option} is not between /16 and /28 (was '{text}')" : $"{option} is not an address range (was '{text}')",
            settings.Origin(option), "give a range such as 10.0.1.0/24, whose address has no bits behind the prefix"));
        return null;
    }
}
