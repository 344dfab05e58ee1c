using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Expressions;

/// <summary>A KeyConditionExpression: equality for the partition key, and perhaps one condition on the sort key. Immutable.</summary>
internal sealed class KeyCondition
{
    private const string NotSupported = "Query key condition not supported";

    private readonly IReadOnlyDictionary<string, KeyTerm> _terms;

    private KeyCondition(IReadOnlyDictionary<string, KeyTerm> terms) => _terms = terms;

    /// <exception cref="DynamoException">The text is absent, no condition, or none that keys can be asked.</exception>
    public static KeyCondition Read(string? text, ExpressionAttributes attributes)
    {
        if (text is null)
        {
            throw DynamoException.Validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }

        var kind = ExpressionKind.KeyCondition;
        ConditionBinder.Read(kind, text, attributes);
        var reader = new KeyTermReader(new OperandBinder(kind, attributes));
        reader.Read(ConditionParser.Parse(kind, text));
        if (reader.Terms.Count > 2) throw DynamoException.Validation("Conditions can be of length 1 or 2 only");
        return new KeyCondition(reader.Terms);
    }

    /// <summary>Whether the sort key has a condition.</summary>
    public bool HasSort => _terms.Count > 1;

    /// <summary>The keys that meet the condition.</summary>
    /// <exception cref="DynamoException">It does not fit the table's keys.</exception>
    public KeyRange RangeOf(KeySchema keys)
    {
        if (keys.Sort is null && HasSort) throw DynamoException.Validation(NotSupported);
        var partition = Find(keys.Partition)!;
        if (partition.Operator != "=") throw DynamoException.Validation(NotSupported);
        return keys.Sort is not null && Find(keys.Sort) is { } sort
            ? KeyRange.Of(partition.Value, sort.Operator, sort.Value, sort.Upper)
            : KeyRange.Of(partition.Value);

        KeyTerm? Find(KeyAttribute key)
        {
            if (_terms.TryGetValue(key.Name, out var term))
            {
                Check(key, term);
                return term;
            }

            if (key != keys.Partition && !HasSort) return null;
            throw DynamoException.Validation($"Query condition missed key schema element: {key.Name}");
        }
    }

    private static void Check(KeyAttribute key, KeyTerm term)
    {
        if (term.Value.Type != key.Type || (term.Upper is not null && term.Upper.Type != key.Type))
        {
            throw DynamoException.Validation(
                "One or more parameter values were invalid: Condition parameter type does not match schema type");
        }

        key.CheckNotEmpty(term.Value);
        if (term.Upper is not null) key.CheckNotEmpty(term.Upper);
    }
}
