namespace Cake.Frosting;

/// <summary>The name under which a task is called; without it, the name is that of the class.</summary>
/// <param name="name">The name, as it is written after <c>--target=</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>The name of the task.</summary>
    public string Name { get; } = name;
}
