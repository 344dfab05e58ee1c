using LocalDynamo.Capacity;

namespace LocalDynamo.Tables;

/// <summary>
/// A table: what it is, its items, its capacity and its tags. Thread-safe: <see cref="Definition"/> is replaced whole, under the store's
/// lock. Its status follows from the clock: a change takes <see cref="TransitionTime"/>, so that clients really have to wait for it.
/// </summary>
internal sealed class Table
{
    /// <summary>How long CREATING, UPDATING and DELETING last.</summary>
    public static readonly TimeSpan TransitionTime = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private readonly long _created;
    private long _updated;
    private long _deleted;

    /// <param name="definition">What it is.</param>
    /// <param name="region">The region of its ARN.</param>
    /// <param name="capacityOf">Makes the capacity of the table and of each of its indexes.</param>
    /// <param name="time">The clock that its status follows.</param>
    public Table(TableDefinition definition, string region, Func<Provision, TableCapacity> capacityOf, TimeProvider time)
    {
        _time = time;
        _created = time.GetTimestamp();
        Definition = definition;
        CreatedAt = time.GetUtcNow();
        Arn = $"arn:aws:dynamodb:{region}:{AccountId}:table/{definition.Name}";
        Source = new CapacitySource(CapacityKind.Table, definition.Name, Arn, capacityOf(definition.Provision));
        Indexes =
        [
            .. definition.Indexes.Select(index => new SecondaryIndex(index, definition.Keys, new CapacitySource(
                CapacityKind.Index, $"{definition.Name}/{index.Name}", $"{Arn}/index/{index.Name}", capacityOf(index.Provision)))),
        ];
    }

    /// <summary>The account that every table belongs to.</summary>
    public const string AccountId = "000000000000";

    public string Name => Definition.Name;

    public TableDefinition Definition { get; private set; }

    public string Arn { get; }

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Counts the tables in the order of their creation; set once, when the table is added.</summary>
    public long Number { get; set; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>When capacity was last raised and lowered; null when never.</summary>
    public DateTimeOffset? IncreasedAt { get; private set; }

    public DateTimeOffset? DecreasedAt { get; private set; }

    public DateTimeOffset? OnDemandSince { get; private set; }

    public ItemStore Items { get; } = new();

    public TagSet Tags { get; } = new();

    public CapacitySource Source { get; }

    /// <summary>In the order in which they were created.</summary>
    public IReadOnlyList<SecondaryIndex> Indexes { get; }

    public bool IsGone => Volatile.Read(ref _deleted) is not 0 and var deleted && _time.GetElapsedTime(deleted) >= TransitionTime;

    /// <summary>CREATING, UPDATING, DELETING or ACTIVE.</summary>
    public string Status =>
        Volatile.Read(ref _deleted) != 0 ? "DELETING"
        : _time.GetElapsedTime(_created) < TransitionTime ? "CREATING"
        : Volatile.Read(ref _updated) is not 0 and var updated && _time.GetElapsedTime(updated) < TransitionTime ? "UPDATING"
        : "ACTIVE";

    /// <summary>Whether items can be read and written.</summary>
    public bool Serves => Status is "ACTIVE" or "UPDATING";

    public void MarkDeleted() => Volatile.Write(ref _deleted, Math.Max(1, _time.GetTimestamp()));

    /// <summary>Takes the new definition, and the capacity that it gives.</summary>
    public void Change(TableDefinition changed)
    {
        var now = _time.GetUtcNow();
        if (changed.ReadUnits > Definition.ReadUnits || changed.WriteUnits > Definition.WriteUnits) IncreasedAt = now;
        if (changed.ReadUnits < Definition.ReadUnits || changed.WriteUnits < Definition.WriteUnits) DecreasedAt = now;
        if (changed.Billing == BillingMode.PayPerRequest) OnDemandSince ??= now;
        Definition = changed;
        Source.Capacity.Change(changed.Provision);
        if (changed.Billing == BillingMode.PayPerRequest)
        {
            foreach (var index in Indexes) index.Change(changed.Provision);
        }

        Volatile.Write(ref _updated, Math.Max(1, _time.GetTimestamp()));
    }
}
