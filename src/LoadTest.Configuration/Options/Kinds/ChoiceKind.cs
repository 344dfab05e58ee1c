using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

// The first word of a value is the one that is written and listed; further words of the same value are only read.
internal sealed class ChoiceKind<T>((string Word, T Value)[] choices) : ValueKind<T>
    where T : struct, Enum
{
    private readonly string[] _words = [.. choices.DistinctBy(choice => choice.Value).Select(choice => choice.Word)];

    public override string Expected => _words.Length == 1
        ? _words[0]
        : string.Join(", ", _words[..^1]) + " or " + _words[^1];

    public override ValueShape Shape => new(JsonKind.Text, Choices: _words);

    public override Parsed<T> Parse(string text)
    {
        var index = Array.FindIndex(choices, choice => string.Equals(choice.Word, text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? new Flaw(ErrorCodes.NotAllowed, "is none of the choices") : choices[index].Value;
    }

    public override string Format(T value) => choices.First(choice => choice.Value.Equals(value)).Word;
}
