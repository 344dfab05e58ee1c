using System.Globalization;
using System.Numerics;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class PrecedenceTests
{
    // From the lowest to the highest; the value that a source gives is its place in this list.
    private static readonly string[] Origins =
    [
        "SSM parameter /dynamodb-load-test/total-items", "SSM parameter /dynamodb-load-test/settings line 1", "parameters.json line 1",
        "parameters.dev.json line 1", ".env.dev line 1", "environment variable TOTAL_ITEMS", "--total-items",
    ];

    [Test]
    public void For_any_subset_of_sources_the_highest_wins()
    {
        for (var subset = 0; subset < 1 << Origins.Length; subset++)
        {
            var result = Read(subset);
            var highest = subset == 0 ? -1 : BitOperations.Log2((uint)subset);
            Assert.Multiple(() =>
            {
                Assert.That(result.Problems, Is.Empty);
                Assert.That(result.Warnings, Is.Empty);
                Assert.That(result.Settings.Origin(LoadOptions.TotalItems), Is.EqualTo(highest < 0 ? "default" : Origins[highest]));
                Assert.That(result.Settings.Get(LoadOptions.TotalItems), Is.EqualTo(highest < 0 ? 10_000 : highest + 1));
            });
        }
    }

    [Test]
    public void The_more_specific_variable_wins_within_the_environment()
    {
        var result = SettingsReader.Read(new SettingsInput
        {
            Environment = new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1",
                ["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:2",
                ["AWS_DEFAULT_REGION"] = "eu-west-1",
                ["AWS_REGION"] = " ",
            },
        });
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Settings.Get(ConnectionOptions.EndpointUrl).Port, Is.EqualTo(2));
            Assert.That(result.Settings.Origin(ConnectionOptions.EndpointUrl), Is.EqualTo("environment variable AWS_ENDPOINT_URL_DYNAMODB"));
            Assert.That(result.Settings.Get(ConnectionOptions.Region), Is.EqualTo("eu-west-1"), "a blank variable gives nothing");
        });
    }

    [Test]
    public void The_more_specific_variable_wins_within_an_environment_file_whatever_the_order()
    {
        using var folder = new SettingsFolder().With(".env.dev", "AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:2\nAWS_ENDPOINT_URL=http://127.0.0.1:1\n");
        Assert.That(folder.Read().Settings.Get(ConnectionOptions.EndpointUrl).Port, Is.EqualTo(2));
    }

    private static SettingsResult Read(int subset)
    {
        bool Has(int source) => (subset & (1 << source)) != 0;
        string Value(int source) => (source + 1).ToString(CultureInfo.InvariantCulture);
        using var folder = new SettingsFolder();
        if (Has(2)) folder.With("parameters.json", $$"""{"TotalItems": {{Value(2)}}}""");
        if (Has(3)) folder.With("parameters.dev.json", $$$"""{"Parameters": {"TotalItems": "{{{Value(3)}}}"}}""");
        if (Has(4)) folder.With(".env.dev", $"TOTAL_ITEMS={Value(4)}\r\n");
        var ssm = new Dictionary<string, string>();
        if (Has(0)) ssm["/dynamodb-load-test/total-items"] = Value(0);
        if (Has(1)) ssm["/dynamodb-load-test/settings"] = $$"""{"TotalItems": {{Value(1)}}}""";
        var environment = new Dictionary<string, string>();
        if (Has(5)) environment["TOTAL_ITEMS"] = Value(5);
        return SettingsReader.Read(folder.Input(Has(6) ? [$"total-items={Value(6)}"] : []) with { Ssm = ssm, Environment = environment });
    }
}
