using System.Text.Json.Nodes;
using EndToEnd.Aws;

namespace EndToEnd.Scenarios;

/// <summary>The roles of the templates suffice for everything that a task can be asked to do, and nothing in them is too much.</summary>
[Category("Slow"), DependsOnFixture(typeof(ChainTests))]
internal sealed class LeastPrivilegeTests
{
    private const int NotPermitted = 4;
    private const string OfAnIndex = "IndexRead";

    // What a task says that lacks a statement of its role, by the statement's Sid.
    private static readonly (string Sid, string Missing, string Command)[] Statements =
    [
        ("TableCheck", "dynamodb:DescribeTable", Everything("a")),
        ("TableWrite", "dynamodb:PutItem", Everything("b")),
        ("TableRead", "dynamodb:GetItem", Everything("c")),
        ("SettingsRead", "ssm:GetParametersByPath", Everything("d")),
        ("RunObjects", "s3:PutObject", Everything("e")),
        ("RunListing", "s3:ListBucket", "run --run-id=20260101-000000-000f --tasks=2"),
    ];

    [TearDown]
    public void GiveBack() => Story.Account.Roles.Permissions = policy => policy;

    [Test]
    public async Task A_run_with_every_operation_passes_with_the_deployed_role()
    {
        var task = await RunAsync(Everything("0"));

        Assert.That(ExitCode(task), Is.Zero, await LogAsync(task));
    }

    [Test]
    public async Task Without_any_one_of_its_statements_a_run_fails_and_names_the_permission()
    {
        var role = await new IamRoles(Story.Account.Services.Moto).PolicyOfAsync((string)(await Observed.TaskDefinitionAsync())["taskRoleArn"]!);
        Assert.That(Statements.Select(statement => statement.Sid).Append(OfAnIndex), Is.EquivalentTo(role.Statements.Select(statement => statement.Sid)));

        foreach (var (sid, missing, command) in Statements)
        {
            Story.Account.Roles.Permissions = policy => policy.Without(sid);
            var task = await RunAsync(command);
            var log = await LogAsync(task);
            Assert.That(ExitCode(task), Is.EqualTo(NotPermitted), $"without {sid}:\n{log}");
            Assert.That(log, Does.Contain(missing), $"without {sid}");
        }
    }

    // All but the query of an index: the README's table has none.
    private static string Everything(string id) => $"run --run-id=20260101-000000-000{id} --total-items=200 --duplicate-percentage=10 --operation-mix="
        + "put=10,get=10,update=10,delete=10,query=10,scan=10,batch-write=10,batch-get=10,transact-write=10,transact-get=10";

    private static async Task<JsonObject> RunAsync(string command)
    {
        var tasks = Story.Account.Services.Ecs;
        return await tasks.EndAsync(Story.Cluster, await tasks.RunAsync(Story.Cluster, command));
    }

    private static int? ExitCode(JsonObject task) => (int?)task["containers"]![0]!["exitCode"];

    private static Task<string> LogAsync(JsonObject task) => Observed.LogAsync(((string)task["taskArn"]!).Split('/')[^1]);
}
