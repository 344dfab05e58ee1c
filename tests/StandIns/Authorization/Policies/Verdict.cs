namespace StandIns.Authorization.Policies;

/// <summary>What policies say of a request.</summary>
public enum Verdict
{
    /// <summary>A statement allows it, and none denies it.</summary>
    Allowed,

    /// <summary>No statement allows it.</summary>
    NotAllowed,

    /// <summary>A statement denies it.</summary>
    ExplicitlyDenied,
}
