using System.Text.Json;
using Amazon.Plumbing.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Compat.Tests.Models;

namespace Compat.Tests.Endpoints;

/// <summary>Host names, against the endpoint rule sets that botocore evaluates.</summary>
[TestFixtureSource(typeof(Service), nameof(Service.All))]
internal sealed class EndpointTests(Service service)
{
    // A region of each partition, and one that no list holds.
    private static readonly string[] Regions =
    [
        "us-east-1", "eu-central-1", "ap-southeast-2", "us-gov-west-1", "us-gov-east-1", "cn-north-1", "us-iso-east-1", "us-isob-east-1",
        "eu-isoe-west-1", "us-isof-south-1", "eusc-de-east-1", "us-east-99",
    ];

    [Test]
    public void The_host_is_the_rule_sets_in_every_partition_with_and_without_fips_and_dual_stack()
    {
        var expected = JsonSerializer.Deserialize<Dictionary<string, string>>(Botocore.Python(RuleSetProgram))!;

        Assert.That(expected, Has.Count.EqualTo(Regions.Length * 4));
        Assert.Multiple(() =>
        {
            foreach (var (question, url) in expected)
            {
                var parts = question.Split(' ');
                Assert.That(Resolve(parts[0], fips: parts[1] == "True", dualStack: parts[2] == "True").URL, Is.EqualTo(url), question);
            }
        });
    }

    [Test]
    public void An_endpoint_of_the_users_own_is_taken_as_it_is() =>
        Assert.That(Resolve("us-east-1", endpoint: "http://127.0.0.1:5000").URL, Is.EqualTo("http://127.0.0.1:5000"));

    [Test]
    public void An_endpoint_of_the_users_own_goes_with_neither_fips_nor_dual_stack()
    {
        Assert.Throws<AmazonClientException>(() => Resolve("us-east-1", fips: true, endpoint: "http://127.0.0.1:5000"));
        Assert.Throws<AmazonClientException>(() => Resolve("us-east-1", dualStack: true, endpoint: "http://127.0.0.1:5000"));
    }

    [Test]
    public void Without_a_region_there_is_no_endpoint() =>
        Assert.That(() => Resolve(region: null), Throws.InstanceOf<AmazonClientException>().With.Message.Contains("Missing Region"));

    private Endpoint Resolve(string? region, bool fips = false, bool dualStack = false, string? endpoint = null) =>
        service.Config().EndpointProvider.ResolveEndpoint(new EndpointParameters
        {
            [EndpointParameter.Region] = region,
            [EndpointParameter.UseFips] = fips,
            [EndpointParameter.UseDualStack] = dualStack,
            [EndpointParameter.Endpoint] = endpoint,
        });

    private string RuleSetProgram => $$"""
        import botocore.session, json
        from botocore.endpoint_provider import EndpointProvider
        loader = botocore.session.get_session().get_component('data_loader')
        provider = EndpointProvider(loader.load_service_model('{{service}}', 'endpoint-rule-set-1'), loader.load_data('partitions'))
        print(json.dumps({
            f'{region} {fips} {dual}': provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual).url
            for region in '{{string.Join(' ', Regions)}}'.split() for fips in (False, True) for dual in (False, True)}))
        """;
}
