namespace Amazon.Plumbing;

/// <summary>Marks the member by which a service recognises a call that is repeated. Left null, a random one is sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdempotencyTokenAttribute : Attribute;
