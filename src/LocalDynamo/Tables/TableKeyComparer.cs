namespace LocalDynamo.Tables;

/// <summary>Whether two keys name one item of one table.</summary>
internal sealed class TableKeyComparer : IEqualityComparer<(string Table, ItemKey Key)>
{
    public static readonly TableKeyComparer Instance = new();

    public bool Equals((string Table, ItemKey Key) x, (string Table, ItemKey Key) y) =>
        x.Table == y.Table && x.Key.CompareTo(y.Key) == 0;

    public int GetHashCode((string Table, ItemKey Key) obj) => obj.Key.Hash.GetHashCode();
}
