using System.Text.Json;

namespace StandIns.Authorization.Policies;

/// <summary>One comparison of a statement's condition.</summary>
/// <param name="Operator">
/// Such as <c>StringEquals</c>; with <c>IfExists</c> at its end it holds where the key is missing, with <c>ForAnyValue:</c> in front it never does. A
/// key has one value here.
/// </param>
/// <param name="Key">What of the request is compared.</param>
/// <param name="Values">One of them must fit; of a negated operator, none may.</param>
public sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const string IfExists = nameof(IfExists);
    private const string ForAnyValue = "ForAnyValue:";

    private static readonly Dictionary<string, Func<string, string, bool>> Comparisons = new()
    {
        ["StringEquals"] = (value, actual) => value == actual,
        ["StringEqualsIgnoreCase"] = (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase),
        ["StringLike"] = (value, actual) => Wildcard.Matches(value, actual),
        ["ArnEquals"] = Wildcard.MatchesArn,
        ["ArnLike"] = Wildcard.MatchesArn,
        ["Bool"] = (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase),
        ["Null"] = (value, _) => value == "false",
    };

    /// <summary>Whether a request with this context fulfils it.</summary>
    public bool Holds(IReadOnlyDictionary<string, string> context)
    {
        if (!context.TryGetValue(Key, out var actual)) return Name == "Null" ? Values.Contains("true") : IsOptional || (IsNegated && !IsOfAny);
        var fits = Values.Any(value => Comparisons[Plain](Variables.Replace(value, context), actual));
        return IsNegated ? !fits : fits;
    }

    /// <summary>Reads the conditions of a statement.</summary>
    /// <exception cref="FormatException">An operator is not understood.</exception>
    public static IReadOnlyList<Condition> ReadAll(JsonElement conditions) =>
    [
        .. from comparison in conditions.EnumerateObject()
           from key in comparison.Value.EnumerateObject()
           select new Condition(comparison.Name, key.Name, Statement.Texts(key.Value)).Checked(),
    ];

    private bool IsOptional => Operator.EndsWith(IfExists, StringComparison.Ordinal);

    private bool IsOfAny => Operator.StartsWith(ForAnyValue, StringComparison.Ordinal);

    private string Name => Operator[(IsOfAny ? ForAnyValue.Length : 0)..^(IsOptional ? IfExists.Length : 0)];

    private bool IsNegated => Name.Contains("Not", StringComparison.Ordinal);

    private string Plain => Name.Replace("Not", "", StringComparison.Ordinal);

    private Condition Checked() => Comparisons.ContainsKey(Plain)
        ? this
        : throw new FormatException($"A policy compares with {Operator}, which is not understood.");
}
