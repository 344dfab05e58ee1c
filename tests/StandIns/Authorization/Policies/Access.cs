namespace StandIns.Authorization.Policies;

/// <summary>One permission that a request needs.</summary>
/// <param name="Action">Such as <c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">The ARN; <c>*</c> where AWS knows no finer resource.</param>
/// <param name="Context">What conditions ask for, such as <c>aws:SourceAccount</c>; names in any case.</param>
public sealed record Access(string Action, string Resource, IReadOnlyDictionary<string, string> Context);
