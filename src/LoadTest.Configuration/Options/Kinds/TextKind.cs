using System.Text.RegularExpressions;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class TextKind(string pattern, string expected, bool orEmpty) : ValueKind<string>
{
    private readonly Regex _whole = new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override string Expected => orEmpty ? expected + ", or nothing" : expected;

    public override ValueShape Shape => new(JsonKind.Text, Pattern: orEmpty ? $"^({pattern})?$" : $"^({pattern})$");

    public override bool TakesEmpty => orEmpty;

    public override Parsed<string> Parse(string text) =>
        (orEmpty && text.Length == 0) || _whole.IsMatch(text) ? text : new Flaw(ErrorCodes.NotReadable, "does not have the right form");

    public override string Format(string value) => value;
}

internal sealed class ListKind(string itemPattern, string expected) : ValueKind<TextList>
{
    private readonly Regex _whole = new($@"\A(?:{itemPattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override string Expected => expected + ", or nothing";

    public override ValueShape Shape => new(JsonKind.Text, Pattern: $"^(({itemPattern})( *, *({itemPattern}))*)?$");

    public override bool TakesEmpty => true;

    public override Parsed<TextList> Parse(string text)
    {
        if (text.Length == 0) return TextList.Empty;
        var items = text.Split(',', StringSplitOptions.TrimEntries);
        var wrong = Array.Find(items, item => !_whole.IsMatch(item));
        if (wrong is not null) return new Flaw(ErrorCodes.NotReadable, $"has an entry of another form, '{Show(wrong)}'");
        return new TextList(items);
    }

    public override string Format(TextList value) => value.ToString();
}
