using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>
/// ExpressionAttributeNames and ExpressionAttributeValues of one request. It notes which of them expressions use, as every one must be
/// used.
/// </summary>
internal sealed class ExpressionAttributes
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, AttributeValue> _values = [];
    private readonly HashSet<string> _used = [];

    /// <param name="parameters">The request.</param>
    /// <param name="items">Reads the values.</param>
    /// <param name="expressions">The parameters that hold expressions; all but a projection may use values.</param>
    /// <exception cref="DynamoException">A placeholder or a value is malformed, or there is no expression that could use it.</exception>
    public ExpressionAttributes(Parameters parameters, ItemReader items, params ReadOnlySpan<string> expressions)
    {
        var names = parameters.Find("ExpressionAttributeNames");
        var values = parameters.Find("ExpressionAttributeValues");
        if (names is null && values is null) return;
        var withValues = new List<string>();
        bool any = false, anyWithValues = false;
        foreach (var expression in expressions)
        {
            var given = parameters.Find(expression) is not null;
            any |= given;
            if (expression == "ProjectionExpression") continue;
            anyWithValues |= given;
            withValues.Add(expression);
        }

        if (names is not null && !any)
            throw DynamoException.Validation("ExpressionAttributeNames can only be specified when using expressions");
        if (values is not null && !anyWithValues)
        {
            throw DynamoException.Validation(
                "ExpressionAttributeValues can only be specified when using expressions: "
                + $"{string.Join(" and ", withValues)} {(withValues.Count > 1 ? "are" : "is")} null");
        }

        if (names is { } givenNames) ReadNames(givenNames);
        if (values is { } givenValues) ReadValues(givenValues, items);
    }

    /// <exception cref="DynamoException">The placeholder is not defined.</exception>
    public string Name(ExpressionKind kind, string placeholder)
    {
        if (!_names.TryGetValue(placeholder, out var name))
            throw kind.Error($"An expression attribute name used in the document path is not defined; attribute name: {placeholder}");
        _used.Add(placeholder);
        return name;
    }

    /// <exception cref="DynamoException">The placeholder is not defined.</exception>
    public AttributeValue Value(ExpressionKind kind, string placeholder)
    {
        if (!_values.TryGetValue(placeholder, out var value))
            throw kind.Error($"An expression attribute value used in expression is not defined; attribute value: {placeholder}");
        _used.Add(placeholder);
        return value;
    }

    /// <summary>To be called when every expression of the request has been read.</summary>
    /// <exception cref="DynamoException">A name or a value is used by no expression.</exception>
    public void CheckAllUsed()
    {
        CheckUsed(_names.Keys, "ExpressionAttributeNames");
        CheckUsed(_values.Keys, "ExpressionAttributeValues");
    }

    private void CheckUsed(IEnumerable<string> placeholders, string parameter)
    {
        var unused = placeholders.Where(placeholder => !_used.Contains(placeholder)).ToList();
        if (unused.Count > 0)
            throw DynamoException.Validation($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
    }

    private void ReadNames(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        foreach (var property in json.EnumerateObject())
        {
            var placeholder = WireShape.Name(property);
            CheckPlaceholder(placeholder, '#', "ExpressionAttributeNames");
            var name = WireShape.Text(property.Value);
            if (name.Length == 0)
            {
                throw DynamoException.Validation(
                    $"ExpressionAttributeNames contains invalid value: Empty attribute name for key {placeholder}");
            }

            _names[placeholder] = name;
        }

        if (_names.Count == 0) throw DynamoException.Validation("ExpressionAttributeNames must not be empty");
    }

    private void ReadValues(JsonElement json, ItemReader items)
    {
        if (json.ValueKind != JsonValueKind.Object) throw DynamoException.Serialization(WireShape.Unexpected(json));
        foreach (var property in json.EnumerateObject())
        {
            var placeholder = WireShape.Name(property);
            CheckPlaceholder(placeholder, ':', "ExpressionAttributeValues");
            try
            {
                _values[placeholder] = items.ReadValue(property.Value);
            }
            catch (DynamoException error) when (error.Type == "ValidationException")
            {
                throw DynamoException.Validation(
                    $"ExpressionAttributeValues contains invalid value: {error.Message} for key {placeholder}");
            }
        }

        if (_values.Count == 0) throw DynamoException.Validation("ExpressionAttributeValues must not be empty");
    }

    private static void CheckPlaceholder(string key, char first, string parameter)
    {
        if (key.Length > 1 && key[0] == first && key.AsSpan(1).IndexOfAnyExcept(NameCharacters) < 0) return;
        throw DynamoException.Validation($"{parameter} contains invalid key: Syntax error; key: \"{key}\"");
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
}
