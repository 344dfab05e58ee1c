using System.Text;
using System.Text.Json;

namespace LocalDynamo.Items;

/// <summary>
/// The attributes of an item, a key or a map, in the order they came. Built by one thread, then only read. Two arrays and a search
/// from the start, because most items have few attributes; a dictionary joins when there are many.
/// </summary>
internal sealed class AttributeMap(int capacity = 4)
{
    /// <summary>No attributes; stands for an item that does not exist. Never set anything on it.</summary>
    public static readonly AttributeMap Empty = new(0);

    private const int IndexFrom = 16;

    private string[] _names = new string[capacity];
    private AttributeValue[] _values = new AttributeValue[capacity];
    private Dictionary<string, int>? _index;

    public int Count { get; private set; }

    /// <summary>Bytes as DynamoDB counts them: names in UTF-8 and values.</summary>
    public int Size { get; private set; }

    public string NameAt(int position) => _names[position];

    public AttributeValue ValueAt(int position) => _values[position];

    public AttributeValue? Find(string name)
    {
        var position = PositionOf(name);
        return position < 0 ? null : _values[position];
    }

    /// <summary>Adds an attribute, or replaces the value of the one that has this name.</summary>
    public void Set(string name, AttributeValue value)
    {
        var position = PositionOf(name);
        if (position >= 0)
        {
            Size += value.Size - _values[position].Size;
            _values[position] = value;
            return;
        }

        if (Count == _names.Length) Grow();
        _names[Count] = name;
        _values[Count] = value;
        _index?.Add(name, Count);
        Count++;
        Size += Encoding.UTF8.GetByteCount(name) + value.Size;
        if (Count == IndexFrom) BuildIndex();
    }

    /// <summary>A copy without the attributes that <paramref name="changes"/> gives no value, and with those that it gives one.</summary>
    public AttributeMap With(IReadOnlyDictionary<string, AttributeValue?> changes)
    {
        var copy = new AttributeMap(Count + changes.Count);
        for (var i = 0; i < Count; i++)
        {
            if (!changes.ContainsKey(_names[i])) copy.Set(_names[i], _values[i]);
            else if (changes[_names[i]] is { } changed) copy.Set(_names[i], changed);
        }

        foreach (var (name, value) in changes)
        {
            if (value is not null) copy.Set(name, value);
        }

        return copy;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var i = 0; i < Count; i++)
        {
            json.WritePropertyName(_names[i]);
            _values[i].Write(json);
        }

        json.WriteEndObject();
    }

    private int PositionOf(string name)
    {
        if (_index is not null) return _index.TryGetValue(name, out var position) ? position : -1;
        return Array.IndexOf(_names, name, 0, Count);
    }

    private void Grow()
    {
        var larger = Math.Max(4, Count * 2);
        Array.Resize(ref _names, larger);
        Array.Resize(ref _values, larger);
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(Count * 2);
        for (var i = 0; i < Count; i++) _index.Add(_names[i], i);
    }
}
