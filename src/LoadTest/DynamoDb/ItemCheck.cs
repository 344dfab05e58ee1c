using System.Globalization;
using Amazon.DynamoDBv2.Model;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>What is wrong with an item, or with its absence.</summary>
public enum ItemFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its write was acknowledged, and it is not there.</summary>
    Lost,

    /// <summary>Its write was refused or never sent, or its deletion acknowledged, and it is there.</summary>
    Phantom,

    /// <summary>Its attributes are not those that one write gave it.</summary>
    Torn,

    /// <summary>It holds fewer updates than were acknowledged, or more than were sent.</summary>
    Miscounted,
}

/// <summary>Holds an item as it was read against what is known of it. Safe for all threads.</summary>
/// <param name="items">What items are like.</param>
/// <param name="ledger">What became of the writes.</param>
/// <param name="isAlone">Whether no other worker writes items: then the ledger knows of every write.</param>
public sealed class ItemCheck(ItemGenerator items, WriteLedger ledger, bool isAlone)
{
    private readonly ItemAttributes _attributes = new(items);

    /// <summary>What is wrong with an item that is there.</summary>
    public ItemFlaw Of(long ordinal, Dictionary<string, AttributeValue> item)
    {
        var state = ordinal < 0 ? WriteState.Refused : ledger.StateOf(ordinal);
        var mustBeGone = state == WriteState.Refused ? ordinal < 0 || !ledger.AreWritesRepeatedByOthers : state == WriteState.Open && isAlone;
        if (mustBeGone) return ItemFlaw.Phantom;
        if (!TryReadNumber(item, ItemGenerator.RevisionName, out var revision) || !TryReadNumber(item, ItemGenerator.UpdatesName, out var updates)) return ItemFlaw.Torn;
        if (!IsWhole(ordinal, item, revision) || revision > 0 != updates > 0) return ItemFlaw.Torn;
        return IsCount(ordinal, updates) ? ItemFlaw.None : ItemFlaw.Miscounted;
    }

    // The payload says which write it is from, so a mixture of two shows.
    private bool IsWhole(long ordinal, Dictionary<string, AttributeValue> item, long revision)
    {
        var expected = _attributes.Item(Phase.Measured, ordinal);
        if (revision > 0) expected[ItemGenerator.PayloadName] = new AttributeValue { S = items.Payload(ordinal, revision) };
        return item.Count == expected.Count + (revision > 0 ? 2 : 0)
            && expected.All(attribute => item.TryGetValue(attribute.Key, out var value) && SameValue(attribute.Value, value));
    }

    private bool IsCount(long ordinal, long updates)
    {
        var (acknowledged, open) = ledger.Updates.Of(ordinal);
        return (updates >= acknowledged || ledger.MayBeRewritten(ordinal)) && (!isAlone || updates <= acknowledged + open);
    }

    private static bool TryReadNumber(Dictionary<string, AttributeValue> item, string name, out long number)
    {
        number = 0;
        return !item.TryGetValue(name, out var value) || long.TryParse(value.N, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool SameValue(AttributeValue one, AttributeValue other)
    {
        if (one.S is not null) return one.S == other.S;
        // Servers write a number in their own way: 12.50 comes back as 12.5.
        if (one.N is not null) return decimal.TryParse(other.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Parse(one.N, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (one.L is { Count: > 0 }) return other.L?.Count == one.L.Count && one.L.Zip(other.L).All(pair => SameValue(pair.First, pair.Second));
        if (one.M is { Count: > 0 }) return other.M?.Count == one.M.Count && one.M.All(entry => other.M.TryGetValue(entry.Key, out var value) && SameValue(entry.Value, value));
        return one.BOOL == other.BOOL && one.NULL == other.NULL;
    }
}
