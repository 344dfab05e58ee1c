namespace LocalDynamo.Tables;

/// <summary>How capacity is paid for.</summary>
internal enum BillingMode
{
    Provisioned,
    PayPerRequest,
}

/// <summary>What CreateTable and UpdateTable decide. Units are a second; both are 0 for on-demand tables.</summary>
internal sealed record TableDefinition(string Name, KeySchema Keys, BillingMode Billing, long ReadUnits, long WriteUnits,
    bool DeletionProtection);
