using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Validation;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class OldConfigurationTests
{
    [Test]
    public void A_list_of_parameters_is_read_unchanged()
    {
        using var folder = new SettingsFolder().WithData("old-list.parameters.json", "parameters.json");
        var result = folder.ReadForDeployment();
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Warnings.Select(warning => (warning.Code, warning.What.Split(' ')[0])), Is.EquivalentTo(DeadKeys.InJson.Select(key => (ErrorCodes.DeadKey, key))));
            Assert.That(result.Settings.TableName, Is.EqualTo("dev-dynamodb-load-test"));
            Assert.That(result.Settings.Get(LoadOptions.TotalItems), Is.EqualTo(10_000));
            Assert.That(result.Settings.Origin(LoadOptions.TotalItems), Is.EqualTo("parameters.json line 5"));
            Assert.That(result.Settings.Get(NetworkOptions.AvailabilityZone), Is.EqualTo("us-east-1a"));
            Assert.That(result.Settings.IsGiven(EcsOptions.ContainerImage), Is.True, "an empty text is a value of this option");
            Assert.That(result.Settings.Load.Model, Is.EqualTo(LoadModel.Closed));
        });
    }

    [Test]
    public void An_object_of_parameters_is_read_unchanged_with_values_of_every_type()
    {
        using var folder = new SettingsFolder().WithData("old-object.parameters.json", "parameters.json");
        var result = folder.ReadForDeployment();
        var settings = result.Settings;
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Warnings.Select(warning => warning.What), Is.EqualTo(new[] { "DesiredCount has no effect any more" }));
            Assert.That(settings.TableName, Is.EqualTo("prod-dynamodb-load-test"));
            Assert.That(settings.Get(LoadOptions.ConcurrencyLimit), Is.EqualTo(250));
            Assert.That(settings.Get(LoadOptions.MaxConcurrencyPercentage), Is.EqualTo(80.5));
            Assert.That(settings.Get(DataOptions.DuplicatePercentage), Is.EqualTo(15));
            Assert.That(settings.Get(DataOptions.CleanupAfterTest), Is.False);
            Assert.That(settings.Text(TableOptions.BillingMode), Is.EqualTo("PROVISIONED"));
            Assert.That(settings.Get(TableOptions.WriteCapacityUnits), Is.EqualTo(20));
        });
    }

    [Test]
    public void An_environment_file_is_read_unchanged_and_each_dead_key_warns_once()
    {
        using var folder = new SettingsFolder().WithData("old.env.local", ".env.local").WithData("old-list.parameters.json", "parameters.json");
        var result = folder.Read("environment=local");
        var settings = result.Settings;
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Warnings.Select(warning => warning.Code).Distinct(), Is.EqualTo(new[] { ErrorCodes.DeadKey }));
            Assert.That(result.Warnings.Select(warning => warning.What), Is.Unique);
            Assert.That(result.Warnings.Select(warning => warning.What.Split(' ')[0]), Is.SupersetOf(new[]
            {
                "AWS_ENDPOINT_URL_CONTAINER", "SPRING_PROFILES_ACTIVE", "JAVA_OPTS", "MAX_RETRY_ATTEMPTS", "BASE_DELAY_MS",
                "MAX_DELAY_MS", "ENABLE_DETAILED_METRICS", "ENABLE_TRACING", "ENCRYPTION_ENABLED",
            }));
            Assert.That(result.Warnings.Select(warning => warning.What), Has.None.StartsWith("DESIRED_COUNT"), "parameters.json has it as DesiredCount");
            Assert.That(settings.TableName, Is.EqualTo("local-dynamodb-load-test"), "the environment is not put in front twice");
            Assert.That(settings.Get(LoadOptions.ConcurrencyLimit), Is.EqualTo(10), "the comment behind the value is no part of it");
            Assert.That(settings.Origin(LoadOptions.TotalItems), Is.EqualTo(".env.local line 27"));
            Assert.That(settings.Get(ConnectionOptions.EndpointUrl).Port, Is.EqualTo(4566));
            Assert.That(settings.Get(ConnectionOptions.SecretAccessKey), Is.EqualTo("test-secret-of-old"));
            Assert.That(settings.Text(ConnectionOptions.SecretAccessKey), Is.EqualTo("***"));
            Assert.That(settings.Get(EcsOptions.ECSClusterName), Is.EqualTo("local-cluster"));
            Assert.That(settings.Get(EcsOptions.ECSTaskDefinition), Is.EqualTo("local-task:3"));
            Assert.That(settings.Get(ApplicationOptions.SSMParameterPrefix), Is.EqualTo("/local/dynamodb-load-test"));
        });
    }
}
