using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Finds the table that a ResourceArn names.</summary>
internal static class ResourceArns
{
    /// <exception cref="DynamoException">The ARN is absent or malformed, or no table has it.</exception>
    public static Table Find(TableStore tables, Parameters parameters)
    {
        var arn = parameters.Text("ResourceArn") ?? throw DynamoException.Validation("Invalid TableArn");
        var parts = arn.Split(':', 6);
        if (parts is not ["arn", _, "dynamodb", _, _, var resource] || !resource.StartsWith("table/", StringComparison.Ordinal))
            throw DynamoException.Validation($"Invalid TableArn: Invalid ResourceArn provided as input {arn}");
        return tables.TryFind(resource["table/".Length..], out var table) && table.Arn == arn
            ? table
            : throw DynamoException.NotFound($"Requested resource not found: ResourcArn: {arn} not found");
    }
}
