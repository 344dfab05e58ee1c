using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Capacity;

/// <summary>
/// A request beyond the capacity: ProvisionedThroughputExceededException for provisioned tables, ThrottlingException for on-demand ones,
/// each with its reason, <c>Table|Index</c> + <c>Read|Write</c> + the limit, and the ARN of the table or index.
/// </summary>
internal sealed class ThrottledException : DynamoException
{
    private readonly bool _provisioned;
    private readonly string _arn;

    public ThrottledException(CapacitySource source, bool write)
        : this(source, write, source.Capacity.Billing == BillingMode.Provisioned)
    {
    }

    private ThrottledException(CapacitySource source, bool write, bool provisioned)
        : base(
            provisioned ? "ProvisionedThroughputExceededException" : "ThrottlingException",
            !provisioned ? OnDemandMessage : source.Kind == CapacityKind.Table ? ProvisionedMessage : ProvisionedIndexMessage,
            prefix: provisioned ? DynamoPrefix : "com.amazon.coral.availability#")
    {
        _provisioned = provisioned;
        _arn = source.Arn;
        Reason = $"{source.Kind}{(write ? "Write" : "Read")}"
            + (provisioned ? "ProvisionedThroughputExceeded" : "KeyRangeThroughputExceeded");
    }

    public string Reason { get; }

    public override void WriteDetails(Utf8JsonWriter json)
    {
        // The model spells the member with a capital in the one exception and without in the other.
        json.WriteStartArray(_provisioned ? "ThrottlingReasons"u8 : "throttlingReasons"u8);
        json.WriteStartObject();
        json.WriteString("reason"u8, Reason);
        json.WriteString("resource"u8, _arn);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private const string ProvisionedMessage =
        "The level of configured provisioned throughput for the table was exceeded. "
        + "Consider increasing your provisioning level with the UpdateTable API.";

    private const string ProvisionedIndexMessage =
        "The level of configured provisioned throughput for one or more global secondary indexes of the table was exceeded. "
        + "Consider increasing your provisioning level for the under-provisioned global secondary indexes with the UpdateTable API";

    private const string OnDemandMessage =
        "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please "
        + "try again shortly. If exceptions persist, check if you have a hot key: "
        + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
}
