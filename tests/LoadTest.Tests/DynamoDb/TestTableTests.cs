using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Configuration.Problems;
using LoadTest.DynamoDb;

namespace LoadTest.Tests.DynamoDb;

[Parallelizable]
public sealed class TestTableTests
{
    [Test]
    public async Task A_missing_table_is_created_tagged_and_waited_for()
    {
        await using var local = await LocalTable.StartAsync();
        var table = await local.CreateAsync();
        var description = (await local.Control.DescribeTableAsync("items")).Table;
        var tags = (await local.Control.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = description.TableArn })).Tags;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.CreatedByUs, Is.True);
            Assert.That(description.TableStatus, Is.EqualTo(TableStatus.ACTIVE));
            Assert.That(tags.Single(), Has.Property("Key").EqualTo("dynamodb-load-test").And.Property("Value").EqualTo("allowed"));
        }
    }

    [Test]
    public async Task A_table_of_an_earlier_run_is_taken_and_is_not_ours_to_drop()
    {
        await using var local = await LocalTable.StartAsync();
        await local.CreateAsync(units: 7);
        var table = await local.CreateAsync();
        Assert.That((table.CreatedByUs, table.WriteCapacityUnits), Is.EqualTo((false, 7L)));
    }

    [Test]
    public async Task A_missing_table_that_may_not_be_created_is_a_problem_with_its_fix()
    {
        await using var local = await LocalTable.StartAsync();
        var problem = await ProblemOf(local.TestTable.PrepareAsync(LocalTable.Settings(mayCreate: false), CancellationToken.None));
        Assert.That(problem.ToString(), Is.EqualTo(
            $"LT0201 table items does not exist in {local.Connection.Place}\n"
            + "  fix: correct --table-name, --environment or --region, or let the run create it with --create-table=true"));
    }

    [Test]
    public async Task A_table_without_the_tag_is_refused()
    {
        await using var local = await LocalTable.StartAsync();
        await CreateForeignAsync(local, ScalarAttributeType.S, "pk");
        var problem = await ProblemOf(local.TestTable.PrepareAsync(LocalTable.Settings(), CancellationToken.None));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Code, Is.EqualTo(ErrorCodes.TableNotAllowed));
            Assert.That(problem.Code.ExitCode, Is.EqualTo(ExitCode.GuardRefused));
            Assert.That(problem.Fix, Does.Contain("aws dynamodb tag-resource").And.Contain("Key=dynamodb-load-test,Value=allowed"));
        }
    }

    [TestCase("id", "S")]
    [TestCase("pk", "N")]
    public async Task A_table_with_another_key_is_refused(string name, string type)
    {
        await using var local = await LocalTable.StartAsync();
        await CreateForeignAsync(local, type, name);
        var problem = await ProblemOf(local.TestTable.PrepareAsync(LocalTable.Settings(), CancellationToken.None));
        Assert.That((problem.Code, problem.What), Is.EqualTo(
            (ErrorCodes.TableKeys, $"the key of table items is {name} (HASH), and the run writes a text attribute pk (HASH) alone")));
    }

    [Test]
    public async Task An_endpoint_that_nobody_listens_on_is_named()
    {
        var connection = Connection.ToLocalServer(new Uri("http://127.0.0.1:1"));
        using var control = connection.ControlClient();
        var failures = new AwsFailures(connection.Place, connection.Identity);
        var table = new TestTable(control, new TableGuard(control, failures, true), failures, TimeProvider.System);
        var problem = await ProblemOf(table.PrepareAsync(LocalTable.Settings(), CancellationToken.None));
        Assert.That((problem.Code, problem.What), Is.EqualTo(
            (ErrorCodes.EndpointUnreachable, "cannot describe table items: no connection to http://127.0.0.1:1 (Connection refused)")));
    }

    private static Task<CreateTableResponse> CreateForeignAsync(LocalTable local, string type, string key) => local.Control.CreateTableAsync(
        "items", [new KeySchemaElement(key, KeyType.HASH)], [new AttributeDefinition(key, type)], new ProvisionedThroughput(1, 1));

    private static async Task<Problem> ProblemOf(Task task)
    {
        try
        {
            await task;
        }
        catch (ProblemException exception)
        {
            return exception.Problems.Single();
        }

        throw new AssertionException("no problem was found");
    }
}
