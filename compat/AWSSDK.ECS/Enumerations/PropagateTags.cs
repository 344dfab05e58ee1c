using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>Where the tags of a task come from.</summary>
public sealed class PropagateTags(string value) : ConstantClass(value)
{
    public static readonly PropagateTags TASK_DEFINITION = new("TASK_DEFINITION");
    public static readonly PropagateTags SERVICE = new("SERVICE");
    public static readonly PropagateTags NONE = new("NONE");

    public static PropagateTags FindValue(string value) => FindValue<PropagateTags>(value);

    public static implicit operator PropagateTags(string value) => FindValue(value);
}
