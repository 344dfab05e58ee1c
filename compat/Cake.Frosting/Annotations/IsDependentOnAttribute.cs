namespace Cake.Frosting;

/// <summary>Makes another task run before this one.</summary>
/// <param name="type">The type of the task that runs first; anything but a task is an error when the run starts.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>The type of the task that runs first.</summary>
    public Type Task { get; } = type;
}
