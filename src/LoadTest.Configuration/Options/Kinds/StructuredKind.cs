namespace LoadTest.Configuration.Options.Kinds;

/// <summary>A value with a grammar of its own, whose ToString is what its parser reads.</summary>
internal sealed class StructuredKind<T>(Func<string, Parsed<T>> parse, string expected, string pattern) : ValueKind<T>
    where T : class
{
    public override string Expected => expected;

    public override ValueShape Shape => new(JsonKind.Text, Pattern: pattern);

    public override Parsed<T> Parse(string text) => parse(text);

    public override string Format(T value) => value.ToString()!;
}
