namespace LocalDynamo.Tests.Contract;

/// <summary>
/// Where LocalDynamo answers otherwise than DynamoDB Local on purpose. Amazon's local edition has messages of its own in many places; there
/// the words are those of the service, as Dynalite, whose messages were taken from the service, has them too. The few lines below are
/// vouched for by neither.
/// </summary>
internal static class Differences
{
    /// <summary>Answers that neither peer gives.</summary>
    public static readonly IReadOnlyDictionary<string, string> Own = new Dictionary<string, string>(Answers.OfDocumentation.Read())
    {
        // Dynalite ignores the value; the service's words are those that PutItem has.
        ["delete cannot answer with the new item"] = "ValidationException: ReturnValues can only be ALL_OLD or NONE",
        // Dynalite takes segment 0 for none; the words are those that it has for segment 1.
        ["segment without total"] =
            "ValidationException: The TotalSegments parameter is required but was not present in the request when Segment parameter "
            + "is present",
        // Dynalite says nothing.
        ["create what is there"] = "ResourceInUseException: Table already exists: <table>",
        // Dynalite takes what no index uses; the words are those for tables without indexes.
        ["create with a definition that no index uses"] =
            "ValidationException: One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match "
            + "number of attributes defined in AttributeDefinitions",
        // Dynalite takes it; the words are those that it has for a query.
        ["scan of an index that is consistent"] = "ValidationException: Consistent reads are not supported on global secondary indexes",
        // Dynalite has no limit; the words are those that other expressions get.
        ["update with a long text"] =
            "ValidationException: Invalid UpdateExpression: Expression size has exceeded the maximum allowed size; expression size: 4112",
    };

    /// <summary>What LocalDynamo is to answer.</summary>
    public static string Of(string name, IReadOnlyDictionary<string, string> dynamoDbLocal, IReadOnlyDictionary<string, string> dynalite) =>
        Own.GetValueOrDefault(name) ?? dynalite.GetValueOrDefault(name) ?? dynamoDbLocal[name];
}
