namespace Build.Stacks.Changes;

/// <summary>What is done to a resource.</summary>
public enum ChangeKind
{
    /// <summary>It is made.</summary>
    Add,

    /// <summary>It is changed where it is.</summary>
    Change,

    /// <summary>Another revision is registered; the ones before stay.</summary>
    Revise,

    /// <summary>An existing one is taken in.</summary>
    Import,

    /// <summary>Whether it is replaced shows only when it is done.</summary>
    MayReplace,

    /// <summary>A new one takes its place.</summary>
    Replace,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>The stack lets go of it, and it stays.</summary>
    Leave,
}
