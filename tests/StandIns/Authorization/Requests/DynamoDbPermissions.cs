using System.Text.Json;

namespace StandIns.Authorization.Requests;

/// <summary>DynamoDB: a batch needs its action on each table, a transaction the actions of what it consists of.</summary>
internal static class DynamoDbPermissions
{
    public static IEnumerable<Needed> Of(ServiceRequest request, Func<string, string> arn)
    {
        var (operation, body) = (request.Operation, request.Json);
        return operation switch
        {
            "ListTables" => [new("dynamodb:ListTables", Needed.AnyResource)],
            "ListTagsOfResource" or "TagResource" or "UntagResource" => [new("dynamodb:" + operation, body.GetProperty("ResourceArn").GetString()!)],
            "BatchWriteItem" or "BatchGetItem" => body.GetProperty("RequestItems").EnumerateObject()
                .Select(table => new Needed("dynamodb:" + operation, Table(table.Name, arn))),
            "TransactWriteItems" or "TransactGetItems" => InTransaction(body, arn).Distinct(),
            _ => [new("dynamodb:" + operation, Resource(body, arn))],
        };
    }

    private static IEnumerable<Needed> InTransaction(JsonElement body, Func<string, string> arn) =>
        from item in body.GetProperty("TransactItems").EnumerateArray()
        from part in item.EnumerateObject()
        select new Needed(
            "dynamodb:" + part.Name switch { "ConditionCheck" => "ConditionCheckItem", var name => name + "Item" },
            Table(part.Value.GetProperty("TableName").GetString()!, arn));

    private static string Resource(JsonElement body, Func<string, string> arn)
    {
        var table = Table(body.GetProperty("TableName").GetString()!, arn);
        return body.TryGetProperty("IndexName", out var index) ? $"{table}/index/{index.GetString()}" : table;
    }

    // A table can be named by its ARN too.
    private static string Table(string name, Func<string, string> arn) => name.StartsWith("arn:", StringComparison.Ordinal) ? name : arn($"table/{name}");
}
