using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using LoadTest.Configuration.Problems;

namespace LoadTest.DynamoDb;

/// <summary>Keeps the load test away from tables that are not meant for it: only one that carries the tag may be written to.</summary>
/// <param name="client">The client of the control plane.</param>
/// <param name="failures">Explains what goes wrong.</param>
/// <param name="isLoopback">Whether the server is on this machine: one that knows no tags passes there, with a note.</param>
public sealed class TableGuard(IAmazonDynamoDB client, AwsFailures failures, bool isLoopback)
{
    /// <summary>The tag's key.</summary>
    public const string TagKey = "dynamodb-load-test";

    /// <summary>The tag's value.</summary>
    public const string TagValue = "allowed";

    // DynamoDB allows fifty on a table: a server that never comes to an end is not asked for ever.
    private const int MostTags = 500;

    /// <summary>Passes when the table is tagged; gives a note when that could not be asked.</summary>
    /// <exception cref="ProblemException">The tag is missing, or may not be read.</exception>
    public async Task<string?> CheckAsync(TableDescription table, CancellationToken stop)
    {
        List<Tag> tags;
        try
        {
            tags = await TagsAsync(table, stop);
        }
        catch (AmazonServiceException unsupported) when (isLoopback && KnowsNoTags(unsupported))
        {
            return $"the server on this machine knows no tags, so table {table.TableName} is taken without its guard tag";
        }

        if (tags.Exists(tag => tag.Key == TagKey && tag.Value == TagValue)) return null;
        throw new ProblemException(new Problem(
            ErrorCodes.TableNotAllowed, $"table {table.TableName} exists, and is not tagged {TagKey}={TagValue}: it may hold somebody's data", null,
            $"if it is meant for load tests: aws dynamodb tag-resource --resource-arn {table.TableArn} --tags Key={TagKey},Value={TagValue}"));
    }

    /// <summary>
    /// Tags a table that was just created. Only servers on this machine need it: some of them take the tags of CreateTable and forget them.
    /// </summary>
    public async Task TagCreatedAsync(TableDescription table, CancellationToken stop)
    {
        if (!isLoopback) return;
        try
        {
            await client.TagResourceAsync(new TagResourceRequest { ResourceArn = table.TableArn, Tags = [new Tag { Key = TagKey, Value = TagValue }] }, stop);
        }
        catch (Exception unsupported) when (unsupported is not OperationCanceledException)
        {
            // The server knows no tags, or answers in a way of its own: the next run asks for the tag, and says what it finds.
        }
    }

    private static bool KnowsNoTags(AmazonServiceException failure) =>
        failure.ErrorCode is "UnknownOperationException" or "SerializationException" or "UnknownOperation" or "InvalidAction";

    private async Task<List<Tag>> TagsAsync(TableDescription table, CancellationToken stop)
    {
        var tags = new List<Tag>();
        string? next = null;
        do
        {
            var request = new ListTagsOfResourceRequest { ResourceArn = table.TableArn, NextToken = next };
            var page = await failures.ExplainAsync(
                $"read the tags of table {table.TableName}", () => client.ListTagsOfResourceAsync(request, stop), passOn: isLoopback ? KnowsNoTags : null);
            tags.AddRange(page.Tags ?? []);
            next = page.NextToken;
        }
        while (next is not null && tags.Count < MostTags);

        return tags;
    }
}
