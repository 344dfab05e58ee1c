using System.Globalization;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Validation;

/// <summary>The pairs of CPU and memory that Fargate has (AWS, "Fargate task definition differences", task CPU and memory).</summary>
internal static class TaskSizeRule
{
    public static IEnumerable<Problem> Check(Settings settings)
    {
        var cpu = settings.Get(EcsOptions.TaskCpu);
        var memory = settings.Get(EcsOptions.TaskMemory);
        var sizes = MemorySizes(cpu);
        if (sizes.Contains(memory)) yield break;
        yield return new Problem(
            ErrorCodes.TaskSize, string.Create(CultureInfo.InvariantCulture, $"Fargate has no task of {cpu} CPU units and {memory} MiB"),
            $"{settings.Origin(EcsOptions.TaskCpu)} and {settings.Origin(EcsOptions.TaskMemory)}",
            string.Create(CultureInfo.InvariantCulture, $"with TaskCpu {cpu}, give TaskMemory as {Describe(sizes)}"));
    }

    /// <summary>The memory sizes in MiB of a number of CPU units, ascending; none for a number that Fargate lacks.</summary>
    internal static IReadOnlyList<int> MemorySizes(int cpu) => cpu switch
    {
        256 => [512, 1024, 2048],
        512 => Steps(1024, 4096, 1024),
        1024 => Steps(2048, 8192, 1024),
        2048 => Steps(4096, 16_384, 1024),
        4096 => Steps(8192, 30_720, 1024),
        8192 => Steps(16_384, 61_440, 4096),
        16_384 => Steps(32_768, 122_880, 8192),
        _ => [],
    };

    private static int[] Steps(int from, int to, int step) => [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(i => from + (i * step))];

    private static string Describe(IReadOnlyList<int> sizes) => sizes.Count <= 4
        ? string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)))
        : string.Create(CultureInfo.InvariantCulture, $"{sizes[0]} to {sizes[^1]} in steps of {sizes[1] - sizes[0]}");
}
