namespace Amazon.ECS.Model;

/// <summary>Processor and operating system.</summary>
public sealed class RuntimePlatform
{
    public CPUArchitecture CpuArchitecture { get; set; }

    public OSFamily OperatingSystemFamily { get; set; }
}
