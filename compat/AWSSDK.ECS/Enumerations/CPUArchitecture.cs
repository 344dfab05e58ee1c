using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>The processor of a task.</summary>
public sealed class CPUArchitecture(string value) : ConstantClass(value)
{
    public static readonly CPUArchitecture X86_64 = new("X86_64");
    public static readonly CPUArchitecture ARM64 = new("ARM64");

    public static CPUArchitecture FindValue(string value) => FindValue<CPUArchitecture>(value);

    public static implicit operator CPUArchitecture(string value) => FindValue(value);
}
