using System.Globalization;
using LoadTest.Configuration.Sources;

namespace CloudFormation.Tests.Wiring;

/// <summary>Which memory sizes the configuration takes, asked from outside: every size is tried.</summary>
internal static class FargateSizes
{
    public static IEnumerable<string> Memory(string cpu) =>
        Enumerable.Range(1, 120).Select(gibibytes => gibibytes * 1024).Prepend(512)
            .Select(memory => memory.ToString(CultureInfo.InvariantCulture))
            .Where(memory => IsTaken(cpu, memory));

    private static bool IsTaken(string cpu, string memory) =>
        SettingsReader.Read(TestSettings.Input([("TaskCpu", cpu), ("TaskMemory", memory)])).Problems.Count == 0;
}
