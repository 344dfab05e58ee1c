using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Build.Aws;
using Build.Errors;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Checks;

/// <summary>Whether the table is there and carries the tag that lets a load test write to it. The program asks again before its first write.</summary>
internal sealed class TableCheck(IAmazonDynamoDB dynamo, AwsSession? session)
{
    private const string TagKey = "dynamodb-load-test";
    private const string TagValue = "allowed";

    /// <summary>Looks at the tags.</summary>
    /// <param name="place">Says which table was deployed.</param>
    /// <param name="settings">Those of the tasks; a flag can name another table.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<Problem?> CheckAsync(DeployedLoadTest place, Settings settings, CancellationToken cancel)
    {
        var arn = settings.Get(TableOptions.TableArn) is { Length: > 0 } given ? given : place.TableArn[..(place.TableArn.IndexOf('/', StringComparison.Ordinal) + 1)] + settings.TableName;
        try
        {
            return await IsTaggedAsync(arn, cancel) ? null : new Problem(
                ErrorCodes.TableNotAllowed, $"table {arn} is not tagged {TagKey}={TagValue}: it may hold somebody's data", null,
                $"if it is meant for load tests: aws dynamodb tag-resource --resource-arn {arn} --tags Key={TagKey},Value={TagValue}{session?.CliProfile}");
        }
        catch (ResourceNotFoundException)
        {
            return new Problem(ErrorCodes.TableMissing, $"there is no table {arn}", null, $"deploy it with: ./build.sh --target=Deploy --environment={place.Environment}");
        }
    }

    private async Task<bool> IsTaggedAsync(string arn, CancellationToken cancel)
    {
        var request = new ListTagsOfResourceRequest { ResourceArn = arn };
        do
        {
            var page = await AwsFailures.ExplainAsync($"read the tags of table {arn}", session, () => dynamo.ListTagsOfResourceAsync(request, cancel), IsMissing);
            if (page.Tags?.Exists(tag => tag is { Key: TagKey, Value: TagValue }) == true) return true;
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return false;
    }

    private static bool IsMissing(AmazonServiceException failure) => failure is ResourceNotFoundException;
}
