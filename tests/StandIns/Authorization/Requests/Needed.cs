namespace StandIns.Authorization.Requests;

/// <summary>An action on a resource that a request needs a permission for.</summary>
/// <param name="Action">Such as <c>ecr:PutImage</c>.</param>
/// <param name="Resource">The ARN, or <c>*</c> where AWS knows no finer one.</param>
public sealed record Needed(string Action, string Resource)
{
    /// <summary>The resource of an action that has none.</summary>
    public const string AnyResource = "*";
}
