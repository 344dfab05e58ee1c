using System.Text.Json;

namespace LocalDynamo.Http;

/// <summary>An error that the client is told of: DynamoDB's type, message and status.</summary>
internal class DynamoException(string type, string message, int status = 400, string prefix = DynamoException.DynamoPrefix)
    : Exception(message)
{
    public const string DynamoPrefix = "com.amazonaws.dynamodb.v20120810#";
    public const string CoralPrefix = "com.amazon.coral.service#";
    public const string ValidationPrefix = "com.amazon.coral.validate#";

    /// <summary>The short name, <c>ValidationException</c>.</summary>
    public string Type => type;

    /// <summary>The name on the wire, with its namespace.</summary>
    public string WireType => prefix + type;

    public int Status => status;

    public static DynamoException Validation(string message) => new("ValidationException", message, prefix: ValidationPrefix);

    public static DynamoException Serialization(string message) => new("SerializationException", message, prefix: CoralPrefix);

    public static DynamoException NotFound(string message) => new("ResourceNotFoundException", message);

    public static DynamoException InUse(string message) => new("ResourceInUseException", message);

    /// <summary>Writes the members that this error has beyond type and message.</summary>
    public virtual void WriteDetails(Utf8JsonWriter json)
    {
    }
}
