using System.Numerics;

namespace LoadTest.Configuration.Options.Kinds;

/// <summary>The kinds of values, by name.</summary>
public static class Kind
{
    /// <summary>A whole number, both ends included.</summary>
    public static ValueKind<T> Whole<T>(T minimum, T maximum)
        where T : struct, IBinaryInteger<T> => new WholeKind<T>(minimum, maximum);

    /// <summary>One of some whole numbers.</summary>
    public static ValueKind<int> WholeOf(params int[] allowed) => new WholeOfKind(allowed);

    /// <summary>A decimal number, both ends included.</summary>
    public static ValueKind<double> Number(double minimum, double maximum) => new NumberKind(minimum, maximum);

    /// <summary>A share in percent, written 15 or 15%; the value is 15.</summary>
    public static ValueKind<double> Percentage(double minimum = 0, double maximum = 100) => new PercentageKind(minimum, maximum);

    /// <summary>A length of time, both ends included: 500ms, 10s, 1h30m; a bare number is seconds.</summary>
    public static ValueKind<TimeSpan> Duration(TimeSpan minimum, TimeSpan maximum) => new DurationKind(minimum, maximum);

    /// <summary>A number of bytes, both ends included: 1024, 4KiB, 1KB (1000).</summary>
    public static ValueKind<int> Bytes(int minimum, int maximum) => new BytesKind(minimum, maximum);

    /// <summary>true or false; yes, no, on, off, 1 and 0 are read too.</summary>
    public static ValueKind<bool> Boolean() => new BooleanKind();

    /// <summary>A text that matches the whole pattern (a regular expression that JavaScript reads alike).</summary>
    /// <param name="pattern">Without anchors.</param>
    /// <param name="expected">What matches, in words, to follow "give".</param>
    /// <param name="orEmpty">Whether an empty text is a value too.</param>
    public static ValueKind<string> Text(string pattern, string expected, bool orEmpty = false) => new TextKind(pattern, expected, orEmpty);

    /// <summary>The address of a server: http or https, without user name, query or fragment.</summary>
    public static ValueKind<Uri> Endpoint() => new EndpointKind();

    /// <summary>One of a few words; upper and lower case are the same.</summary>
    public static ValueKind<T> Choice<T>(params (string Word, T Value)[] choices)
        where T : struct, Enum => new ChoiceKind<T>(choices);

    /// <summary>Texts with commas between them, each matching the pattern; empty for none.</summary>
    public static ValueKind<Values.TextList> List(string itemPattern, string expected) => new ListKind(itemPattern, expected);
}
