using System.Globalization;

namespace Engine;

/// <summary>The flags of a measurement, as <c>--name=value</c>.</summary>
internal sealed class Flags
{
    private readonly Dictionary<string, string> _values;

    private Flags(Dictionary<string, string> values) => _values = values;

    public static Flags Parse(string[] arguments) => new(arguments.Select(argument => argument.TrimStart('-').Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "true"));

    public static int ShowUsage()
    {
        Console.Error.WriteLine("load --endpoint=URL [--client=wire|sdk] [--connections=32] [--rate=N] [--seconds=4] [--operations=N] [--warm-up=OPERATIONS] [--ca=FILE]");
        Console.Error.WriteLine("first --program=PATH");
        Console.Error.WriteLine("pace --endpoint=URL --rate=N [--connections=32] [--seconds=4] [--rounds=15]");
        Console.Error.WriteLine("bare --rate=N [--seconds=4] [--spin=MICROSECONDS]");
        Console.Error.WriteLine("parts");
        Console.Error.WriteLine("report SAMPLES.tsv RESULTS.md COMMAND LOAD-AVERAGES");
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
