using Amazon.DynamoDBv2.Model;
using LoadTest.Engine.Execution;
using LoadTest.Items.Templates;

namespace LoadTest.Items;

/// <summary>Keys and items as the official client takes them: the same values as <see cref="ItemJson"/> writes.</summary>
public sealed class ItemAttributes(ItemGenerator items)
{
    /// <summary>The key of an item.</summary>
    public Dictionary<string, AttributeValue> Key(Phase phase, long ordinal) => Of(items.Keys.OfTable, phase, ordinal);

    /// <summary>All keys of an item, those of the index too: the least that can be written.</summary>
    public Dictionary<string, AttributeValue> Keys(Phase phase, long ordinal) => Of(items.Keys.All, phase, ordinal);

    /// <summary>A whole new item.</summary>
    public Dictionary<string, AttributeValue> Item(Phase phase, long ordinal)
    {
        var item = Keys(phase, ordinal);
        item[ItemGenerator.PayloadName] = new AttributeValue { S = items.Payload(ordinal) };
        item[ItemGenerator.TimestampName] = new AttributeValue { N = items.Timestamp };
        foreach (var (name, value) in TemplateAttributes.Of(items.Template, items.TemplateSeedOf(ordinal))) item[name] = value;
        return item;
    }

    /// <summary>Reads the number back from a key or an item; false for those of others.</summary>
    public bool TryReadOrdinal(Phase phase, Dictionary<string, AttributeValue> item, out long ordinal)
    {
        ordinal = 0;
        return item.GetValueOrDefault(TableKeys.PartitionKey)?.S is { } partition
            && items.TryReadOrdinal(phase, partition, items.Keys.SortKey is { } name ? item.GetValueOrDefault(name)?.S : null, out ordinal);
    }

    private Dictionary<string, AttributeValue> Of(IReadOnlyList<string> names, Phase phase, long ordinal) =>
        names.ToDictionary(name => name, name => new AttributeValue { S = items.KeyText(items.Keys.RoleOf(name), phase, ordinal) });
}
