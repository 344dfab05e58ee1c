using System.Globalization;

namespace Engine;

/// <summary>The flags of a measurement, as <c>--name=value</c>.</summary>
internal sealed class Flags
{
    private static readonly Dictionary<string, string> Usages = new()
    {
        ["load"] = "--endpoint=URL [--client=wire|sdk] [--connections=32] [--rate=N] [--seconds=4] [--operations=N] [--warm-up=OPERATIONS] [--ca=FILE]",
        ["first"] = "--program=PATH",
        ["pace"] = "--endpoint=URL --rate=N [--connections=32] [--seconds=4] [--rounds=15]",
        ["bare"] = "--rate=N [--seconds=4] [--spin=MICROSECONDS]",
        ["parts"] = "",
        ["report"] = "SAMPLES.tsv RESULTS.md COMMAND LOAD-AVERAGES",
    };

    private readonly Dictionary<string, string> _values;

    private Flags(Dictionary<string, string> values) => _values = values;

    /// <exception cref="FormatException">The command has no such flag, or it is given twice.</exception>
    public static Flags Parse(string command, string[] arguments)
    {
        var values = new Dictionary<string, string>();
        foreach (var argument in arguments)
        {
            var parts = argument.Split('=', 2);
            if (!parts[0].StartsWith("--", StringComparison.Ordinal) || !Usages[command].Contains(parts[0] + '=', StringComparison.Ordinal)) throw new FormatException($"'{command}' takes no '{argument}'");
            if (!values.TryAdd(parts[0].TrimStart('-'), parts.ElementAtOrDefault(1) ?? "")) throw new FormatException($"{parts[0]} is given twice");
        }

        return new Flags(values);
    }

    public static int ShowUsage()
    {
        foreach (var (command, usage) in Usages) Console.Error.WriteLine($"{command} {usage}".TrimEnd());
        return 2;
    }

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    /// <exception cref="FormatException">It is not a number.</exception>
    public double Number(string name, double otherwise) =>
        !_values.TryGetValue(name, out var text) ? otherwise
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"--{name} is a number, and not '{text}'");

    /// <exception cref="FormatException">It was not given.</exception>
    public void Require(string name)
    {
        if (!_values.ContainsKey(name)) throw new FormatException($"--{name} is missing");
    }
}
