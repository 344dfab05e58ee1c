using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

// The first word of a value is the one that is written and listed; further words of the same value are only read.
internal sealed class ChoiceKind<T>((string Word, T Value)[] choices) : ValueKind<T>
    where T : struct, Enum
{
    public override string Expected => Words() switch
    {
        [var only] => only,
        [.. var others, var last] => $"{string.Join(", ", others)} or {last}",
        [] => throw new InvalidOperationException("there is nothing to choose from"),
    };

    public override ValueShape Shape => new(JsonKind.Text, Choices: Words());

    public override Parsed<T> Parse(string text)
    {
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return new Flaw(ErrorCodes.NotAllowed, "is none of the choices");
    }

    public override string Format(T value)
    {
        foreach (var (word, known) in choices)
        {
            if (known.Equals(value)) return word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "not one of the choices");
    }

    // Loops, as each query over values of T is compiled anew for each T, and the start of the program waits for that.
    private string[] Words()
    {
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (Format(value) == word) words.Add(word);
        }

        return [.. words];
    }
}
