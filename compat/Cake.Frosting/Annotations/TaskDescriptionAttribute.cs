namespace Cake.Frosting;

/// <summary>What a task does, in one sentence for <c>--description</c>.</summary>
/// <param name="description">The sentence.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description of the task.</summary>
    public string Description { get; } = description;
}
