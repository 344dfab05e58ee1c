namespace Build.Templates.Policies;

/// <summary>What a statement is part of.</summary>
public enum PolicyKind
{
    /// <summary>Who may take a role.</summary>
    Trust,

    /// <summary>What a role may do.</summary>
    Identity,

    /// <summary>What may be done through an endpoint or with a bucket.</summary>
    Resource,
}
