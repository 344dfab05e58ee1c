using System.Text.Json;

namespace LocalDynamo.Items;

/// <summary>An ordered list of values.</summary>
internal sealed class ListValue(IReadOnlyList<AttributeValue> elements) : AttributeValue
{
    public IReadOnlyList<AttributeValue> Elements => elements;

    public override string Type => "L";

    /// <summary>Three bytes for the list, one for each element, and the elements.</summary>
    public override int Size { get; } = 3 + elements.Sum(element => element.Size + 1);

    public override bool SameAs(AttributeValue other)
    {
        if (other is not ListValue list || list.Elements.Count != elements.Count) return false;
        for (var i = 0; i < elements.Count; i++)
        {
            if (!elements[i].SameAs(list.Elements[i])) return false;
        }

        return true;
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("L"u8);
        foreach (var element in elements) element.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A map from names to values.</summary>
internal sealed class MapValue(AttributeMap attributes) : AttributeValue
{
    public AttributeMap Attributes => attributes;

    public override string Type => "M";

    /// <summary>Three bytes for the map, one for each element, and names and values.</summary>
    public override int Size { get; } = 3 + attributes.Size + attributes.Count;

    public override bool SameAs(AttributeValue other)
    {
        if (other is not MapValue map || map.Attributes.Count != attributes.Count) return false;
        for (var i = 0; i < attributes.Count; i++)
        {
            if (map.Attributes.Find(attributes.NameAt(i)) is not { } value || !attributes.ValueAt(i).SameAs(value)) return false;
        }

        return true;
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("M"u8);
        attributes.Write(json);
        json.WriteEndObject();
    }
}
