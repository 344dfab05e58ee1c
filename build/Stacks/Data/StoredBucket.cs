namespace Build.Stacks.Data;

/// <summary>A bucket that a stack made, and that outlives it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Holds">What is in it, for people.</param>
public sealed record StoredBucket(string Name, string Holds);
