using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Problems;
using ConfiguredBillingMode = LoadTest.Configuration.Values.BillingMode;

namespace LoadTest.DynamoDb;

/// <summary>Finds or creates the table, waits until it is ACTIVE, and sees that its key is ours and that it may be written to.</summary>
public sealed class TestTable(IAmazonDynamoDB client, TableGuard guard, AwsFailures failures, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Makes the table ready for the run.</summary>
    /// <exception cref="ProblemException">It is missing, not allowed, has another key, or cannot be reached.</exception>
    public async Task<PreparedTable> PrepareAsync(TableSettings settings, CancellationToken stop)
    {
        var found = await DescribeAsync(settings.Name, stop);
        if (found is null && !settings.MayCreate)
        {
            throw new ProblemException(new Problem(
                ErrorCodes.TableMissing, $"table {settings.Name} does not exist in {failures.Place}", null,
                "correct --table-name, --environment or --region, or let the run create it with --create-table=true"));
        }

        var created = found is null;
        if (created) await failures.ExplainAsync($"create table {settings.Name}", () => CreateAsync(settings, stop));
        var table = await WaitUntilActiveAsync(settings.Name, stop);
        TableSchema.Check(table, settings.Keys);
        var notes = new List<string>();
        if (created) await guard.TagCreatedAsync(table, stop);
        else if (await guard.CheckAsync(table, stop) is { } note) notes.Add(note);
        return new PreparedTable(
            table.TableName, created,
            table.BillingModeSummary?.BillingMode == BillingMode.PAY_PER_REQUEST ? ConfiguredBillingMode.PayPerRequest : ConfiguredBillingMode.Provisioned,
            table.ProvisionedThroughput?.WriteCapacityUnits ?? 0, table.ProvisionedThroughput?.ReadCapacityUnits ?? 0, notes);
    }

    /// <summary>Drops a table that the run created.</summary>
    public Task DropAsync(string name, CancellationToken stop) => failures.ExplainAsync($"drop table {name}", async () =>
    {
        try
        {
            await client.DeleteTableAsync(name, stop);
        }
        catch (ResourceNotFoundException)
        {
            // Somebody was quicker: it is gone, and that is what was wanted.
        }

        return true;
    });

    private Task<TableDescription?> DescribeAsync(string name, CancellationToken stop) =>
        failures.ExplainAsync($"describe table {name}", async () =>
        {
            try
            {
                return (await client.DescribeTableAsync(name, stop)).Table;
            }
            catch (ResourceNotFoundException)
            {
                return null;
            }
        });

    private async Task<CreateTableResponse> CreateAsync(TableSettings settings, CancellationToken stop)
    {
        var provisioned = settings.BillingMode == ConfiguredBillingMode.Provisioned;
        var throughput = provisioned ? new ProvisionedThroughput(settings.ReadCapacityUnits, settings.WriteCapacityUnits) : null;
        return await client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = settings.Name,
                KeySchema = TableSchema.Of(settings.Keys.OfTable),
                AttributeDefinitions = [.. settings.Keys.All.Select(name => new AttributeDefinition(name, ScalarAttributeType.S))],
                GlobalSecondaryIndexes = settings.Keys.Index is { } index ? [TableSchema.Of(index, throughput)] : null,
                BillingMode = provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
                ProvisionedThroughput = throughput,
                Tags = [new Tag { Key = TableGuard.TagKey, Value = TableGuard.TagValue }],
            },
            stop);
    }

    private async Task<TableDescription> WaitUntilActiveAsync(string name, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstLook; ; pause = pause * 2 > LongestLook ? LongestLook : pause * 2)
        {
            var table = await DescribeAsync(name, stop);
            if (table?.TableStatus == TableStatus.ACTIVE) return table;
            if (time.GetElapsedTime(started) > Patience)
            {
                throw new ProblemException(new Problem(
                    ErrorCodes.TableNotActive,
                    string.Create(CultureInfo.InvariantCulture, $"table {name} is {table?.TableStatus?.Value ?? "gone"} after {Patience.TotalMinutes} minutes"),
                    null, "look at the table in the console, and start again when it is ACTIVE"));
            }

            await Task.Delay(pause, time, stop);
        }
    }
}
