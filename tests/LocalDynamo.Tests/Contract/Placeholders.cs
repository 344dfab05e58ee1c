using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Names and values of which each request gets those that its expressions use, as a server refuses the others.</summary>
internal sealed class Placeholders(string namesJson, string valuesJson)
{
    private readonly Dictionary<string, string> _names = Wire.Names(namesJson);

    /// <summary>What the text uses, and what is given besides; null where that is nothing.</summary>
    public void Give(string text, Dictionary<string, string>? moreNames, Dictionary<string, AttributeValue>? moreValues,
        out Dictionary<string, string>? names, out Dictionary<string, AttributeValue>? values)
    {
        names = _names.Where(entry => Uses(text, entry.Key)).Concat(moreNames ?? []).ToDictionary();
        values = Wire.Map(valuesJson).Where(entry => Uses(text, entry.Key)).Concat(moreValues ?? []).ToDictionary();
        if (names.Count == 0) names = null;
        if (values.Count == 0) values = null;
    }

    /// <summary>A placeholder ends where a character comes that cannot be in one: :a is not used by :ab.</summary>
    public static bool Uses(string text, string placeholder)
    {
        var at = text.IndexOf(placeholder, StringComparison.Ordinal);
        while (at >= 0)
        {
            var end = at + placeholder.Length;
            if (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) return true;
            at = text.IndexOf(placeholder, end, StringComparison.Ordinal);
        }

        return false;
    }
}
