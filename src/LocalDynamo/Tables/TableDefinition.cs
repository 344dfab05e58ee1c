namespace LocalDynamo.Tables;

/// <summary>How capacity is paid for.</summary>
internal enum BillingMode
{
    Provisioned,
    PayPerRequest,
}

/// <summary>What a table or an index may consume. Units are a second; both are 0 for on-demand ones.</summary>
internal readonly record struct Provision(BillingMode Billing, long ReadUnits, long WriteUnits);

/// <summary>What CreateTable and UpdateTable decide.</summary>
internal sealed record TableDefinition(
    string Name, KeySchema Keys, Provision Provision, bool DeletionProtection, IReadOnlyList<IndexDefinition> Indexes)
{
    public BillingMode Billing => Provision.Billing;

    public long ReadUnits => Provision.ReadUnits;

    public long WriteUnits => Provision.WriteUnits;
}
