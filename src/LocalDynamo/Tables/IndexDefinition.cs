namespace LocalDynamo.Tables;

/// <summary>Which attributes an index holds besides its own key and the table's: none, some by name, or all.</summary>
internal sealed record IndexProjection(string Type, IReadOnlyList<string> Included)
{
    public const string All = "ALL";
    public const string KeysOnly = "KEYS_ONLY";
    public const string Include = "INCLUDE";
}

/// <summary>What CreateTable decides of a global secondary index.</summary>
internal sealed record IndexDefinition(string Name, KeySchema Keys, IndexProjection Projection, Provision Provision);
