using System.Globalization;

namespace LocalDynamo.Http;

/// <summary>
/// Collects what breaks the protocol's model (absent, too long, not one of), and reports all of it in one ValidationException.
/// </summary>
internal sealed class ShapeErrors
{
    private readonly List<string> _errors = [];

    public void Add(object? value, string path, string constraint)
    {
        var given = value is null ? "Value null" : string.Create(CultureInfo.InvariantCulture, $"Value '{value}'");
        _errors.Add($"{given} at '{path}' failed to satisfy constraint: {constraint}");
    }

    public T? Required<T>(T? value, string path)
    {
        if (value is null) Add(value: null, path, "Member must not be null");
        return value;
    }

    public string? OneOf(string? value, string path, params string[] allowed)
    {
        if (value is not null && !allowed.Contains(value)) Add(value, path,
            $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        return value;
    }

    public long? AtLeast(long? value, string path, long least)
    {
        if (value < least) Add(value, path,
            string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {least}"));
        return value;
    }

    public long? AtMost(long? value, string path, long most)
    {
        if (value > most) Add(value, path,
            string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {most}"));
        return value;
    }

    public void ThrowIfAny()
    {
        if (_errors.Count == 0) return;
        throw DynamoException.Validation(string.Create(
            CultureInfo.InvariantCulture,
            $"{_errors.Count} validation error{(_errors.Count == 1 ? "" : "s")} detected: {string.Join("; ", _errors)}"));
    }
}
