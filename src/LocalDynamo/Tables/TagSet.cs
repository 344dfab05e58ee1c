namespace LocalDynamo.Tables;

/// <summary>A table's tags, in the order of their keys. Thread-safe.</summary>
internal sealed class TagSet
{
    /// <summary>A table carries this many tags at the most.</summary>
    public const int Limit = 50;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, string> _tags = new(StringComparer.Ordinal);

    /// <summary>Sets the tags; answers false, and sets none, where there would be too many.</summary>
    public bool TrySet(IReadOnlyDictionary<string, string> tags)
    {
        lock (_gate)
        {
            if (_tags.Count + tags.Keys.Count(key => !_tags.ContainsKey(key)) > Limit) return false;
            foreach (var (key, value) in tags) _tags[key] = value;
            return true;
        }
    }

    public void Remove(IEnumerable<string> keys)
    {
        lock (_gate)
        {
            foreach (var key in keys) _tags.Remove(key);
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> All()
    {
        lock (_gate) return [.. _tags];
    }
}
