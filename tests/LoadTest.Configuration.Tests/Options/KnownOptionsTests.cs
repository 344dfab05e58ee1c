using System.Reflection;
using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Tests.Options;

public sealed class KnownOptionsTests
{
    [Test]
    public void No_declared_option_is_missing_from_the_table()
    {
        var declared = typeof(KnownOptions).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType.IsAssignableTo(typeof(Option)))
            .Select(field => (Field: field.Name, Option: (Option)field.GetValue(null)!))
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(declared, Has.Count.GreaterThan(70));
            Assert.That(KnownOptions.All, Is.EquivalentTo(declared.Select(pair => pair.Option)));
            Assert.That(declared.Where(pair => pair.Field != pair.Option.Name), Is.Empty, "a field is named as its option");
        });
    }

    [Test]
    public void Every_option_is_found_by_each_of_its_names_in_any_case()
    {
        Assert.Multiple(() =>
        {
            foreach (var option in KnownOptions.All)
            {
                foreach (var name in (string[])[option.Name, option.Flag, .. option.EnvironmentVariables, option.Name.ToUpperInvariant()])
                    Assert.That(KnownOptions.Find(name), Is.SameAs(option), name);
            }
        });
    }

    [TestCase("TotalItems", "total-items", "TOTAL_ITEMS")]
    [TestCase("SSMParameterPrefix", "ssm-parameter-prefix", "SSM_PARAMETER_PREFIX")]
    [TestCase("ECRRepositoryName", "ecr-repository-name", "ECR_REPOSITORY_NAME")]
    [TestCase("ECSClusterName", "ecs-cluster-name", "ECS_CLUSTER_NAME")]
    [TestCase("PublicSubnetCidr2", "public-subnet-cidr2", "PUBLIC_SUBNET_CIDR2")]
    [TestCase("Region", "region", "AWS_REGION")]
    [TestCase("Profile", "profile", "AWS_PROFILE")]
    [TestCase("EndpointUrl", "endpoint-url", "AWS_ENDPOINT_URL_DYNAMODB")]
    [TestCase("Port", "port", "LOCAL_DYNAMO_PORT")]
    public void Each_source_has_its_spelling_of_a_name(string name, string flag, string variable)
    {
        var option = KnownOptions.Find(name);
        Assert.That((option?.Name, option?.Flag, option?.EnvironmentVariable), Is.EqualTo((name, flag, variable)));
    }

    [TestCase("totl-items", "TotalItems")]
    [TestCase("total_itmes", "TotalItems")]
    [TestCase("Concurency-Limit", "ConcurrencyLimit")]
    [TestCase("rat", "Rate")]
    [TestCase("durations", "Duration")]
    [TestCase("AWS_REGOIN", "Region")]
    [TestCase("colour-of-the-sky", null)]
    [TestCase("x", null)]
    [TestCase("", null)]
    [TestCase("AWS_SECRET_ACCESS_KEYS", null)]
    public void An_unknown_name_suggests_what_is_near(string name, string? expected) =>
        Assert.That(KnownOptions.Nearest(name)?.Name, Is.EqualTo(expected));

    [Test]
    public void The_parameters_of_ssm_have_their_old_names() => Assert.That(
        KnownOptions.SsmParameters.Select(option => option.Flag),
        Is.EqualTo(new[] { "table-name", "concurrency-limit", "total-items", "max-concurrency-percentage", "duplicate-percentage", "cleanup-after-test", "results-bucket" }));

    [Test]
    public void Every_default_is_a_value_that_the_option_takes_and_writes_alike()
    {
        Assert.Multiple(() =>
        {
            foreach (var option in KnownOptions.All.Where(option => option.HasDefault))
            {
                var parsed = option.TryParseValue(option.DefaultText!, null, out var value, out var problem);
                Assert.That(parsed, Is.True, problem?.ToString());
                if (parsed) Assert.That(option.FormatValue(value!), Is.EqualTo(option.DefaultText), option.Name);
            }
        });
    }

    [Test]
    public void Every_help_is_a_sentence_and_every_secret_stays_out_of_flags_and_templates()
    {
        Assert.Multiple(() =>
        {
            foreach (var option in KnownOptions.All)
            {
                Assert.That(option.Help, Does.Match(@"\A[A-Z].*\.\z"), option.Name);
                Assert.That(option.Expected, Is.Not.Empty, option.Name);
                if (option.Secret) Assert.That((option.Scope, option.HasDefault), Is.EqualTo((OptionScope.None, false)), option.Name);
            }
        });
    }

    [Test]
    public void Two_options_of_one_name_are_no_table() => Assert.That(
        () => new OptionTable([LoadOptions.Rate, LoadOptions.Rate]), Throws.ArgumentException);
}
