using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.DynamoDb;

namespace LoadTest.Workers;

/// <summary>The settings that a deployment put into the parameter store.</summary>
public static class DeployedSettings
{
    /// <summary>Reads them: value by whole name.</summary>
    /// <param name="settings">What is known without them: the path, the region, who asks.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="ProblemException">They cannot be read, or there are none.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(Settings settings, CancellationToken stop)
    {
        var path = settings.Get(ApplicationOptions.SSMParameterPrefix);
        var connection = Connection.Of(settings);
        using var client = AwsServices.Parameters(connection);
        var values = await new AwsFailures(connection.Region, connection.Identity).ExplainAsync(
            $"read the settings under {path} from SSM", () => ReadAsync(client, path, stop));
        if (values.Count > 0) return values;
        throw new ProblemException(new Problem(
            ErrorCodes.DeployedSettingsMissing, $"there are no settings under {path} in SSM ({connection.Region})",
            settings.Origin(ApplicationOptions.SSMParameterPrefix), "deploy the load test: ./build.sh --target=Deploy"));
    }

    private static async Task<Dictionary<string, string>> ReadAsync(AmazonSimpleSystemsManagementClient client, string path, CancellationToken stop)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new GetParametersByPathRequest { Path = path, WithDecryption = true };
        do
        {
            var page = await client.GetParametersByPathAsync(request, stop);
            foreach (var parameter in page.Parameters ?? []) values[parameter.Name] = parameter.Value;
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return values;
    }
}
