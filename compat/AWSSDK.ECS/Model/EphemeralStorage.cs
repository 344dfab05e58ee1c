namespace Amazon.ECS.Model;

/// <summary>The disk of a task.</summary>
public sealed class EphemeralStorage
{
    /// <summary>GiB, 21 to 200.</summary>
    public int? SizeInGiB { get; set; }
}
