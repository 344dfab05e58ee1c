using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Build.Aws;
using Build.Errors;
using Build.Output;

namespace Build.Stacks.Data;

/// <summary>Tables that stacks made.</summary>
public sealed class StoredTables(AwsClients clients, Screen screen, TimeProvider time, Pace pace)
{
    /// <summary>A table by its name; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="environment">The environment whose table it has to be.</param>
    /// <param name="cancel">Ends the calls.</param>
    public async Task<StoredTable?> FindAsync(string name, string environment, CancellationToken cancel)
    {
        var client = await clients.DynamoDbAsync(cancel);
        return await AskAsync<StoredTable?>($"look at the table {name}", async () =>
        {
            try
            {
                var table = (await client.DescribeTableAsync(name, cancel)).Table;
                var tags = (await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = table.TableArn }, cancel)).Tags ?? [];
                return new StoredTable(
                    name, table.ItemCount ?? 0, table.DeletionProtectionEnabled ?? false,
                    StackTags.AreOf(environment, tags.ToDictionary(tag => tag.Key, tag => tag.Value)));
            }
            catch (ResourceNotFoundException)
            {
                return null;
            }
        }, cancel);
    }

    /// <summary>Deletes a table, and returns when it is gone.</summary>
    public async Task DeleteAsync(StoredTable table, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(table);
        var client = await clients.DynamoDbAsync(cancel);
        screen.Line($"deleting the table {table.Name}");
        await AskAsync($"delete the table {table.Name}", async () => await client.DeleteTableAsync(table.Name, cancel), cancel);
        for (var pause = pace.First; await ExistsAsync(client, table.Name, cancel); pause = pace.After(pause)) await Task.Delay(pause, time, cancel);
        screen.Line($"the table {table.Name} is gone");
    }

    private Task<bool> ExistsAsync(IAmazonDynamoDB client, string name, CancellationToken cancel) => AskAsync($"look at the table {name}", async () =>
    {
        try
        {
            await client.DescribeTableAsync(name, cancel);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }, cancel);

    private async Task<T> AskAsync<T>(string doing, Func<Task<T>> call, CancellationToken cancel) =>
        await AwsFailures.ExplainAsync(doing, await clients.SessionAsync(cancel), call);
}
