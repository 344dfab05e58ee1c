using Build.Templates.Policies;
using LoadTest.Configuration.Values;
using TestSupport;

namespace CloudFormation.Tests.Documents;

/// <summary>docs/permissions.md says what the templates allow, no less and no more.</summary>
public sealed class PermissionsPageTests
{
    private const string Page = "permissions.md";

    private static IEnumerable<PolicyStatement> Statements =>
        CommittedTemplates.All.Templates.SelectMany(PolicyStatements.Of).Where(statement => statement.Kind != PolicyKind.Trust);

    private static string Heading(PolicyStatement statement) => $"## {statement.Owner.Template.Name}, {statement.Owner.LogicalName}";

    [Test]
    public void Every_statement_is_listed_with_its_actions_and_resources()
    {
        var written = Statements.Select(statement => Line(Heading(statement), statement.Id, statement.Actions, statement.Resources));

        var listed = MarkdownTable.Headings(Page)
            .SelectMany(heading => MarkdownTable.Rows(Page, heading).Select(row => Line(
                heading, MarkdownTable.Quoted(row[0]).Single(), MarkdownTable.Quoted(row[1]), MarkdownTable.Quoted(row[2]))));

        Assert.That(listed, Is.EquivalentTo(written));
    }

    [Test]
    public void Every_statement_says_which_call_needs_it()
    {
        foreach (var row in MarkdownTable.Headings(Page).SelectMany(heading => MarkdownTable.Rows(Page, heading)))
            Assert.That(row[3], Has.Length.GreaterThan(10), row[0]);
    }

    [Test]
    public void The_endpoint_lets_through_what_the_task_role_allows_and_nothing_else()
    {
        var role = Actions("TaskRole").Where(action => action.StartsWith("dynamodb:", StringComparison.Ordinal));

        Assert.That(Actions("DynamoDbEndpoint"), Is.EquivalentTo(role));
    }

    [Test]
    public void The_task_role_allows_the_calls_of_the_operations_of_the_checks_and_of_the_clean_up_and_nothing_else()
    {
        string[] aroundTheLoad = ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:Scan", "dynamodb:BatchWriteItem"];

        Assert.That(
            Actions("TaskRole").Where(action => action.StartsWith("dynamodb:", StringComparison.Ordinal)),
            Is.SupersetOf(aroundTheLoad.Concat(Enum.GetValues<OperationKind>().SelectMany(Actions)).Distinct())
                .And.SubsetOf(aroundTheLoad.Concat(Enum.GetValues<OperationKind>().SelectMany(Actions))));
    }

    [Test]
    public void An_index_is_read_by_queries_alone() => Assert.That(
        Statements.Where(statement => statement.Resources.Any(resource => resource.Contains("/index/", StringComparison.Ordinal)))
            .Select(statement => (statement.Owner.LogicalName, string.Join(' ', statement.Actions))),
        Is.EquivalentTo(new[] { ("TaskRole", "dynamodb:Query"), ("DynamoDbEndpoint", "dynamodb:Query") }));

    // DynamoDB authorises the parts of a transaction as the single calls.
    private static string[] Actions(OperationKind operation) => operation switch
    {
        OperationKind.Put => ["dynamodb:PutItem"],
        OperationKind.Get => ["dynamodb:GetItem"],
        OperationKind.Update => ["dynamodb:UpdateItem"],
        OperationKind.Delete => ["dynamodb:DeleteItem"],
        OperationKind.Query or OperationKind.QueryIndex => ["dynamodb:Query"],
        OperationKind.Scan => ["dynamodb:Scan"],
        OperationKind.BatchWrite => ["dynamodb:BatchWriteItem"],
        OperationKind.BatchGet => ["dynamodb:BatchGetItem"],
        OperationKind.TransactWrite => ["dynamodb:PutItem", "dynamodb:UpdateItem"],
        OperationKind.TransactGet => ["dynamodb:GetItem"],
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "say which permission the operation needs"),
    };

    private static IEnumerable<string> Actions(string owner) =>
        Statements.Where(statement => statement.Owner.LogicalName == owner).SelectMany(statement => statement.Actions);

    private static string Line(string heading, string id, IEnumerable<string> actions, IEnumerable<string> resources) =>
        $"{heading}: {id}: {string.Join(' ', actions.Order())} on {string.Join(' ', resources.Order())}";
}
