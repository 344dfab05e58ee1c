using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Why one action of a transaction stopped it; <see cref="None"/> where it did not.</summary>
internal sealed record TransactionReason(string Code, string? Message, AttributeMap? Item = null)
{
    public static readonly TransactionReason None = new("None", Message: null);

    public static readonly TransactionReason Conflict = new("TransactionConflict", TransactionConflictException.Text);

    public static TransactionReason ConditionFailed(AttributeMap? found) =>
        new("ConditionalCheckFailed", "The conditional request failed", found);

    public static TransactionReason Invalid(DynamoException error) => new("ValidationError", error.Message);

    public static TransactionReason Throttled(ThrottledException error, CapacitySource source) =>
        new(source.Capacity.Billing == BillingMode.Provisioned ? "ProvisionedThroughputExceeded" : "ThrottlingError", error.Message);
}

/// <summary>TransactionCanceledException: nothing was done; the reasons are in the order of the actions.</summary>
internal sealed class TransactionCanceledException(IReadOnlyList<TransactionReason> reasons) : DynamoException(
    "TransactionCanceledException",
    "Transaction cancelled, please refer cancellation reasons for specific reasons "
        + $"[{string.Join(", ", reasons.Select(reason => reason.Code))}]")
{
    public override void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray("CancellationReasons"u8);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("Code"u8, reason.Code);
            if (reason.Message is not null) json.WriteString("Message"u8, reason.Message);
            if (reason.Item is not null)
            {
                json.WritePropertyName("Item"u8);
                reason.Item.Write(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
