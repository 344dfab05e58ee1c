using System.Globalization;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>BillingMode and ProvisionedThroughput as a request gives them. Units are a second; 0 where they are absent.</summary>
internal sealed record Throughput(BillingMode? Billing, bool HasUnits, long ReadUnits, long WriteUnits)
{
    private const string UnitsOnDemand =
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
        + "PAY_PER_REQUEST";

    /// <exception cref="DynamoException">A value is not allowed.</exception>
    public static Throughput Read(Parameters parameters)
    {
        var errors = new ShapeErrors();
        var mode = errors.OneOf(parameters.Text("BillingMode"), "billingMode", "PROVISIONED", "PAY_PER_REQUEST");
        var units = ReadUnitsOf(parameters, "provisionedThroughput", errors);
        errors.ThrowIfAny();
        BillingMode? billing = mode switch
        {
            "PROVISIONED" => BillingMode.Provisioned,
            "PAY_PER_REQUEST" => BillingMode.PayPerRequest,
            _ => null,
        };
        return new Throughput(billing, units is not null, units?.Read ?? 0, units?.Write ?? 0);
    }

    /// <summary>ProvisionedThroughput of a table or an index; null where it is absent.</summary>
    public static (long Read, long Write)? ReadUnitsOf(Parameters parameters, string path, ShapeErrors errors)
    {
        if (parameters.Structure("ProvisionedThroughput") is not { } given) return null;
        given.RefuseAllBut("ProvisionedThroughput", "ReadCapacityUnits", "WriteCapacityUnits");
        var write = Units(given, "WriteCapacityUnits", path + ".writeCapacityUnits", errors);
        var read = Units(given, "ReadCapacityUnits", path + ".readCapacityUnits", errors);
        return (read, write);
    }

    private static long Units(Parameters given, string member, string path, ShapeErrors errors) =>
        errors.AtLeast(errors.Required(given.WholeNumber(member), path), path, 1) ?? 0;

    /// <summary>The definition of a table that is changed so.</summary>
    /// <exception cref="DynamoException">Units do not fit the billing mode, or nothing would change.</exception>
    public TableDefinition ChangeOf(TableDefinition current)
    {
        if (Billing is null && !HasUnits) return current;
        var billing = Billing ?? current.Billing;
        if (billing == BillingMode.PayPerRequest)
        {
            if (HasUnits) throw DynamoException.Validation(UnitsOnDemand);
            return current with { Provision = new Provision(billing, 0, 0) };
        }

        if (!HasUnits)
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }

        if (current.Billing == billing && current.ReadUnits == ReadUnits && current.WriteUnits == WriteUnits)
        {
            throw DynamoException.Validation(string.Create(
                CultureInfo.InvariantCulture,
                $"The provisioned throughput for the table will not change. The requested value equals the current value. "
                + $"Current ReadCapacityUnits provisioned for the table: {current.ReadUnits}. Requested ReadCapacityUnits: {ReadUnits}. "
                + $"Current WriteCapacityUnits provisioned for the table: {current.WriteUnits}. "
                + $"Requested WriteCapacityUnits: {WriteUnits}. "
                + $"Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."));
        }

        return current with { Provision = new Provision(billing, ReadUnits, WriteUnits) };
    }

    /// <summary>The billing mode of a new table: provisioned unless it says otherwise.</summary>
    /// <exception cref="DynamoException">Units are missing for a provisioned table, or given for an on-demand one.</exception>
    public BillingMode CheckedBilling()
    {
        if (Billing == BillingMode.PayPerRequest && HasUnits) throw DynamoException.Validation(UnitsOnDemand);

        if (Billing != BillingMode.PayPerRequest && !HasUnits)
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when "
                + "BillingMode is PROVISIONED");
        }

        return Billing ?? BillingMode.Provisioned;
    }
}
