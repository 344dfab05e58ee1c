using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class BooleanKind : ValueKind<bool>
{
    public override string Expected => "true or false";

    public override ValueShape Shape => new(JsonKind.Boolean, Choices: ["true", "false"]);

    public override Parsed<bool> Parse(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => true,
        "FALSE" or "NO" or "OFF" or "0" => false,
        _ => new Flaw(ErrorCodes.NotReadable, "is neither true nor false"),
    };

    public override string Format(bool value) => value ? "true" : "false";
}
