namespace LocalDynamo.Items;

/// <summary>Unions and differences of sets of one type.</summary>
internal static class SetMath
{
    private static readonly Comparer<AttributeValue> Order =
        Comparer<AttributeValue>.Create((left, right) => left.Compare(right) ?? throw new InvalidOperationException("Sets have one type."));

    public static SetValue Union(SetValue left, SetValue right)
    {
        var known = new SortedSet<AttributeValue>(left.Elements, Order);
        return new SetValue(left.Type, [.. left.Elements, .. right.Elements.Where(element => !known.Contains(element))]);
    }

    /// <summary>What is in the left set alone; null where that is nothing, as no set is empty.</summary>
    public static SetValue? Difference(SetValue left, SetValue right)
    {
        var removed = new SortedSet<AttributeValue>(right.Elements, Order);
        var kept = left.Elements.Where(element => !removed.Contains(element)).ToList();
        return kept.Count > 0 ? new SetValue(left.Type, kept) : null;
    }
}
