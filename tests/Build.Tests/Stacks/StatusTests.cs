using System.Globalization;
using Build.Stacks.Overview;
using Build.Tests.Stacks.Support;
using StandIns.Wire;
using TestSupport;

namespace Build.Tests.Stacks;

/// <summary>What Status shows.</summary>
internal sealed class StatusTests : StackTests
{
    [Test]
    public async Task Stacks_image_and_what_it_costs_while_idle_are_shown()
    {
        FakeStores.GivenImages(Cloud.Server, [.. Enumerable.Range(0, 10).Select(number => $"sha256:{number}")]);
        FakeStores.GivenRun(Cloud.Server, "evening");
        await GivenEverythingDeployedAsync();
        Cloud.Given("lt-dev-monitoring", "UPDATE_ROLLBACK_FAILED").Reason = "stuck";
        using var bench = Alone();

        await bench.Get<StackOverview>().RunAsync(CancellationToken.None);

        Assert.That(bench.Output.ReplaceLineEndings("\n"), Is.EqualTo($"""
            dev in account 123456789012, eu-central-1
              lt-registry        CREATE_COMPLETE, 2031-05-06 07:08 UTC
              lt-dev-network     CREATE_COMPLETE, 2031-05-06 07:08 UTC
              lt-dev-table       CREATE_COMPLETE, 2031-05-06 07:08 UTC
              lt-dev-loadtest    CREATE_COMPLETE, 2031-05-06 07:08 UTC
              lt-dev-monitoring  UPDATE_ROLLBACK_FAILED, 2031-05-06 07:08 UTC: stuck
            image: {StackBench.Image}
            idle: 39.76 USD a month at the prices of us-east-1 (NAT gateway 36.50, dashboard and alarms 3.20, images 0.06); results and logs cost by the gigabyte (docs/costs.md)
            last runs, the newest first:
              evening                   2031-05-06 08:00:00 UTC  2 tasks     ended with 3 (a threshold was missed)  --rate=5

            """));
    }

    [Test]
    public async Task What_cannot_be_read_does_not_hide_the_rest()
    {
        FakeStores.GivenImages(Cloud.Server, "sha256:1");
        Cloud.Server.Given("ecr", "DescribeImages", WireAnswer.JsonError("AccessDeniedException", "not authorized to perform: ecr:DescribeImages"));
        var refused = new WireAnswer(403, "application/xml", "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
        Cloud.Server.Given("s3", "GET /results-of-lt-dev-loadtest", refused).Given("s3", "GET /results-of-lt-dev-loadtest/", refused);
        await GivenEverythingDeployedAsync();
        using var bench = Alone();

        await bench.Get<StackOverview>().RunAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bench.Output, Does.Contain("lt-dev-monitoring  CREATE_COMPLETE").And.Contain("idle: 39.70 USD").And.Not.Contain("last runs"));
            Assert.That(bench.Error.Split("not shown, as it could not be read: LT0302 "), Has.Length.EqualTo(3));
            Assert.That(bench.Error, Does.Contain("list the images in").And.Contain("list the runs (bucket results-of-lt-dev-loadtest)"));
        }
    }

    [Test]
    public async Task Where_nothing_is_deployed_it_says_so()
    {
        using var bench = Alone();

        await bench.Get<StackOverview>().RunAsync(CancellationToken.None);

        Assert.That(bench.Output.Split('\n').Count(line => line.TrimEnd().EndsWith("not deployed", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(bench.Output, Does.Contain("image: none is deployed").And.Contain("idle: 0.00 USD a month"));
    }

    [TestCase("NAT gateway, `NatGateways` `one`", "one", "false", "PAY_PER_REQUEST")]
    [TestCase("NAT gateways, `NatGateways` `per-zone`", "per-zone", "false", "PAY_PER_REQUEST")]
    [TestCase("Interface endpoints", "none", "true", "PAY_PER_REQUEST")]
    [TestCase("Table, `PROVISIONED`", "none", "false", "PROVISIONED")]
    public void The_prices_are_those_of_the_page_about_costs(string row, string gateways, string endpoints, string billing)
    {
        var line = File.ReadLines(RepositoryRoot.Combine("docs", "costs.md")).Single(line => line.StartsWith($"| {row}", StringComparison.Ordinal));
        var costs = IdleCost.Of(
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["network"] = new Dictionary<string, string> { ["NatGateways"] = gateways, ["InterfaceEndpoints"] = endpoints },
                ["table"] = new Dictionary<string, string> { ["BillingMode"] = billing, ["ReadCapacityUnits"] = "5", ["WriteCapacityUnits"] = "5" },
            }, imageBytes: 0);

        Assert.That(costs.Sum(cost => cost.Dollars).ToString("0.00", CultureInfo.InvariantCulture), Is.EqualTo(line.Split('|')[^2].Trim()));
    }

    [Test]
    public void Dashboard_alarms_and_images_cost_what_the_page_says()
    {
        var costs = IdleCost.Of(
            new Dictionary<string, IReadOnlyDictionary<string, string>> { ["monitoring"] = new Dictionary<string, string>() }, imageBytes: 600_000_000);

        Assert.That(costs.Select(cost => Math.Round(cost.Dollars, 6)), Is.EqualTo([3.20, 0.06]));
    }
}
