using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Capacity;

/// <summary>
/// A request beyond the capacity: ProvisionedThroughputExceededException for provisioned tables, ThrottlingException for on-demand ones,
/// each with its reason, <c>Table</c> + <c>Read|Write</c> + the limit, and the table's ARN.
/// </summary>
internal sealed class ThrottledException(BillingMode billing, bool write, string arn) : DynamoException(
    billing == BillingMode.Provisioned ? "ProvisionedThroughputExceededException" : "ThrottlingException",
    billing == BillingMode.Provisioned ? ProvisionedMessage : OnDemandMessage,
    prefix: billing == BillingMode.Provisioned ? DynamoPrefix : "com.amazon.coral.availability#")
{
    public string Reason { get; } =
        (write ? "TableWrite" : "TableRead")
            + (billing == BillingMode.Provisioned ? "ProvisionedThroughputExceeded" : "KeyRangeThroughputExceeded");

    public override void WriteDetails(Utf8JsonWriter json)
    {
        // The model spells the member with a capital in the one exception and without in the other.
        json.WriteStartArray(billing == BillingMode.Provisioned ? "ThrottlingReasons"u8 : "throttlingReasons"u8);
        json.WriteStartObject();
        json.WriteString("reason"u8, Reason);
        json.WriteString("resource"u8, arn);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private const string ProvisionedMessage =
        "The level of configured provisioned throughput for the table was exceeded. "
        + "Consider increasing your provisioning level with the UpdateTable API.";

    private const string OnDemandMessage =
        "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please "
        + "try again shortly. If exceptions persist, check if you have a hot key: "
        + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
}
