using System.Text.Json.Nodes;

namespace EndToEnd.Scenarios;

/// <summary>A stack that fails: the user is told why, and what is in the way is left alone.</summary>
[Category("Slow"), DependsOnFixture(typeof(TaskFailureTests), AllowFailure = true)]
internal sealed class StackFailureTests
{
    private const int Failed = 1;
    private const string Taken = "qa-dynamodb-load-test";

    [Test]
    public async Task A_table_of_somebody_else_in_the_way_is_named_and_left_alone()
    {
        await Observed.DynamoDbAsync("CreateTable", new JsonObject
        {
            ["TableName"] = Taken,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["AttributeType"] = "S" }),
            ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["KeyType"] = "HASH" }),
        });
        var before = await Observed.StacksAsync();

        var typed = await Story.TypeAsync("./build.sh --target=Deploy --profile=P --environment=qa");
        var after = await Observed.StacksAsync();
        await Story.PassesAsync("./build.sh --target=Destroy --profile=P --environment=qa --yes");

        Assert.That(typed.Code, Is.EqualTo(Failed), typed.Text);
        Assert.That(typed.Text, Does.Contain("LT0501").And.Contain(Taken));
        Assert.That(after, Has.None.Contains("qa-loadtest"), "what needs the table is not begun");
        Assert.That(await Observed.StacksAsync(), Is.EquivalentTo(before));
        Assert.That(await Observed.TablesAsync(), Does.Contain(Taken));
        await Observed.DynamoDbAsync("DeleteTable", new JsonObject { ["TableName"] = Taken });
    }
}
