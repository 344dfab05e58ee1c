using System.Globalization;
using CsCheck;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Tests.Sources;
using LoadTest.Configuration.Validation;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Tests.Validation;

public sealed class DeploymentTests
{
    [TestCase(256, "512 1024 2048")]
    [TestCase(512, "1024 2048 3072 4096")]
    [TestCase(1024, "2048 3072 4096 5120 6144 7168 8192")]
    [TestCase(2048, "4096 16384")]
    [TestCase(4096, "8192 30720")]
    [TestCase(8192, "16384 20480 61440")]
    [TestCase(16384, "32768 40960 122880")]
    public void Pairs_that_fargate_has_are_taken(int cpu, string memories)
    {
        foreach (var memory in memories.Split(' ')) Assert.That(Problems($"task-cpu={Text(cpu)}", $"task-memory={memory}"), Is.Empty, memory);
    }

    [TestCase(256, 4096)]
    [TestCase(512, 512)]
    [TestCase(1024, 2560)]
    [TestCase(8192, 18_432)]
    [TestCase(16_384, 122_879)]
    public void Pairs_that_fargate_lacks_are_refused(int cpu, int memory) =>
        Assert.That(Problems($"task-cpu={Text(cpu)}", $"task-memory={Text(memory)}").Single().Code, Is.EqualTo(ErrorCodes.TaskSize));

    [TestCase("private-subnet-cidr=10.1.0.0/24", "PrivateSubnetCidr lies outside VpcCidr 10.0.0.0/16 (was '10.1.0.0/24')")]
    [TestCase("private-subnet-cidr=10.0.0.0/20", "PrivateSubnetCidr overlaps PublicSubnetCidr 10.0.1.0/24 (was '10.0.0.0/20')")]
    [TestCase("private-subnet-cidr2=10.0.2.128/25", "PrivateSubnetCidr2 overlaps PrivateSubnetCidr 10.0.2.0/24 (was '10.0.2.128/25')")]
    [TestCase("vpc-cidr=10.0.0.0/33", "VpcCidr is not an address range (was '10.0.0.0/33')")]
    [TestCase("vpc-cidr=10.0.0.256/24", "VpcCidr is not an address range (was '10.0.0.256/24')")]
    [TestCase("vpc-cidr=10.0.1.0/16", "VpcCidr is not an address range (was '10.0.1.0/16')")]
    [TestCase("vpc-cidr=10.0.0.0/8", "VpcCidr is not between /16 and /28 (was '10.0.0.0/8')")]
    [TestCase("nat-gateways=none", "without NAT gateways and interface endpoints no task can reach AWS")]
    [TestCase("vpc-id=vpc-01234567", "VpcId needs SubnetIds, and none is given")]
    [TestCase("subnet-ids=subnet-01234567", "SubnetIds needs VpcId, and none is given")]
    [TestCase("availability-zone=eu-west-1a region=us-east-1", "AvailabilityZone is in another region than us-east-1 (was 'eu-west-1a')")]
    [TestCase("availability-zone=eu-west-1a availability-zone2=eu-west-1a", "AvailabilityZone and AvailabilityZone2 are the same zone (eu-west-1a)")]
    public void A_network_that_cannot_be_built_is_refused(string flags, string expected) =>
        Assert.That(Problems(flags.Split(' ')).Select(problem => problem.What), Is.EqualTo(new[] { expected }));

    [TestCase("vpc-id=vpc-01234567 subnet-ids=subnet-01234567,subnet-89abcdef vpc-cidr=10.0.1.0/16")]
    [TestCase("nat-gateways=none interface-endpoints")]
    [TestCase("availability-zone=us-east-1a region=eu-west-1")]
    public void A_network_that_can_be_built_is_taken(string flags) => Assert.That(Problems(flags.Split(' ')), Is.Empty);

    [Test]
    public void The_second_zone_gets_the_first_free_ranges_of_the_same_size()
    {
        using var folder = new SettingsFolder();
        var plan = SubnetPlan.Of(folder.ReadForDeployment().Settings);
        Assert.That(plan.Range(NetworkOptions.PublicSubnetCidr2).ToString(), Is.EqualTo("10.0.0.0/24"));
        Assert.That(plan.Range(NetworkOptions.PrivateSubnetCidr2).ToString(), Is.EqualTo("10.0.3.0/24"));
    }

    [Test]
    public void A_vpc_without_room_for_the_second_zone_is_refused() => Assert.That(
        Problems("vpc-cidr=10.0.0.0/24", "public-subnet-cidr=10.0.0.0/25", "private-subnet-cidr=10.0.0.128/25").Select(problem => problem.What),
        Is.EqualTo(new[] { "VpcCidr 10.0.0.0/24 has no room left for PublicSubnetCidr2", "VpcCidr 10.0.0.0/24 has no room left for PrivateSubnetCidr2" }));

    [Test]
    public void Derived_ranges_always_fit() => Gen.Select(Gen.Int[16, 22], Gen.Int[24, 28], Gen.Int[24, 28], Gen.Int[0, 7], Gen.Int[8, 15]).Sample(
        (vpc, publicSize, privateSize, publicPlace, privatePlace) =>
        {
            using var folder = new SettingsFolder();
            var place = (int block, int size) => $"10.64.{Text(block / 8)}.0/{Text(size)}";
            var settings = folder.ReadForDeployment(
                $"vpc-cidr=10.64.0.0/{Text(vpc)}", $"public-subnet-cidr={place(publicPlace, publicSize)}", $"private-subnet-cidr={place(privatePlace, privateSize)}").Settings;
            var plan = SubnetPlan.Of(settings);
            Option<string>[] subnets = [NetworkOptions.PublicSubnetCidr, NetworkOptions.PrivateSubnetCidr, NetworkOptions.PublicSubnetCidr2, NetworkOptions.PrivateSubnetCidr2];
            var ranges = subnets.Select(subnet => plan.Range(subnet)!.Value).ToArray();
            return AddressRange.TryParse(settings.Get(NetworkOptions.VpcCidr), out var all) && plan.Problems.Count == 0 && ranges.All(all.Contains)
                && ranges.Select((range, i) => ranges.Where((_, j) => j != i).All(other => !range.Overlaps(other))).All(apart => apart);
        },
        iter: 200, threads: 1);

    private static IReadOnlyList<Problem> Problems(params string[] flags)
    {
        using var folder = new SettingsFolder();
        // Every flag of a deployment is the automation's.
        return folder.ReadForDeployment(flags).Problems;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
