namespace Cake.Frosting;

/// <summary>Makes this task run before another one, said from this side.</summary>
/// <param name="type">The type of the task that runs afterwards; anything but a task is an error when the run starts.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    /// <summary>The type of the task that runs afterwards.</summary>
    public Type Task { get; } = type;
}
