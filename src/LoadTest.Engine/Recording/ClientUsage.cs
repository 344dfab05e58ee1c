using System.Diagnostics;

namespace LoadTest.Engine.Recording;

/// <summary>What this process had used at an instant.</summary>
/// <param name="ProcessorTime">Processor time of all its threads.</param>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap.</param>
public readonly record struct ClientUsage(TimeSpan ProcessorTime, long AllocatedBytes)
{
    /// <summary>What the process has used until now.</summary>
    public static ClientUsage Take() => new(Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());

    /// <summary>The most physical memory that the process has held, in bytes.</summary>
    public static long PeakWorkingSetBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
