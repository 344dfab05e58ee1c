using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>Two paths of one expression may not be the same, lie in one another, or take one value for a map and for a list.</summary>
internal static class PathOverlaps
{
    private enum Relation
    {
        Apart,
        Overlap,
        Conflict,
    }

    /// <exception cref="DynamoException">Two paths overlap or conflict.</exception>
    public static void Check(ExpressionKind kind, IReadOnlyList<DocumentPath> paths)
    {
        for (var second = 1; second < paths.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var relation = Compare(paths[first].Steps, paths[second].Steps);
                if (relation == Relation.Apart) continue;
                throw kind.Error(
                    $"Two document paths {(relation == Relation.Overlap ? "overlap" : "conflict")} with each other; "
                    + $"must remove or rewrite one of these paths; path one: {paths[first]}, path two: {paths[second]}");
            }
        }
    }

    private static Relation Compare(IReadOnlyList<PathStep> one, IReadOnlyList<PathStep> two)
    {
        for (var i = 0; i < Math.Min(one.Count, two.Count); i++)
        {
            if (one[i].Name is null != two[i].Name is null) return Relation.Conflict;
            if (one[i] != two[i]) return Relation.Apart;
        }

        return Relation.Overlap;
    }
}
