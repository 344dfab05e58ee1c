namespace LocalDynamo.Tests.Contract;

/// <summary>
/// Where LocalDynamo answers otherwise than DynamoDB Local on purpose: DynamoDB itself is known to answer so, or refuses what its local edition
/// lets through. The type of the error is the same unless a line says otherwise.
/// </summary>
internal static class Differences
{
    private static readonly Dictionary<string, string> ByName = [];

    public static IEnumerable<string> Names => ByName.Keys;

    public static string Of(string name, string recorded) => ByName.GetValueOrDefault(name, recorded);
}
