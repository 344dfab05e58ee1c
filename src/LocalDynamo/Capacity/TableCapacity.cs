using LocalDynamo.Tables;

namespace LocalDynamo.Capacity;

/// <summary>
/// What a table or an index may consume. Provisioned: one bucket for reads and one for writes, which bank unused units (300 s by
/// default). On-demand: four partitions by the hash of the key, as a new table has them (together 4,000 writes and 12,000 reads a
/// second), each with DynamoDB's partition limits of 1,000 writes and 3,000 reads a second. These are hard limits of a partition, so a
/// second's worth is kept and no more. Thread-safe.
/// </summary>
internal sealed class TableCapacity
{
    public const int OnDemandPartitions = 4;
    public const double PartitionWriteUnits = 1000;
    public const double PartitionReadUnits = 3000;

    private static readonly TimeSpan LeastBurst = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly TimeSpan _burst;
    private readonly bool _enforced;
    private Buckets _buckets;

    public TableCapacity(Provision provision, TimeSpan burst, bool enforced, TimeProvider time)
    {
        _time = time;
        _burst = burst < LeastBurst ? LeastBurst : burst;
        _enforced = enforced;
        _buckets = Buckets.For(provision, _burst, time);
    }

    public BillingMode Billing => Volatile.Read(ref _buckets).Billing;

    /// <summary>Whether a read or write of a key with this hash may go on.</summary>
    public bool Admits(bool write, ulong hash) => !_enforced || Volatile.Read(ref _buckets).Of(write, hash).Admits();

    public void Take(bool write, ulong hash, double units) => Volatile.Read(ref _buckets).Of(write, hash).Take(units);

    /// <summary>Follows what is provisioned; a provisioned table that stays one keeps what it has banked.</summary>
    public void Change(Provision provision)
    {
        if (_buckets.Billing == BillingMode.Provisioned && provision.Billing == BillingMode.Provisioned)
        {
            _buckets.Reads[0].Change(provision.ReadUnits, _burst);
            _buckets.Writes[0].Change(provision.WriteUnits, _burst);
            return;
        }

        Volatile.Write(ref _buckets, Buckets.For(provision, _burst, _time));
    }

    private sealed record Buckets(BillingMode Billing, TokenBucket[] Reads, TokenBucket[] Writes)
    {
        public static Buckets For(Provision provision, TimeSpan burst, TimeProvider time) =>
            provision.Billing == BillingMode.Provisioned
                ? new Buckets(provision.Billing, [new(provision.ReadUnits, burst, time)], [new(provision.WriteUnits, burst, time)])
                : new Buckets(provision.Billing, Partitions(PartitionReadUnits, time), Partitions(PartitionWriteUnits, time));

        public TokenBucket Of(bool write, ulong hash)
        {
            var buckets = write ? Writes : Reads;
            return buckets[KeyHash.RangeOf(hash, buckets.Length)];
        }

        private static TokenBucket[] Partitions(double unitsPerSecond, TimeProvider time) =>
            [.. Enumerable.Range(0, OnDemandPartitions).Select(_ => new TokenBucket(unitsPerSecond, TimeSpan.FromSeconds(1), time))];
    }
}
