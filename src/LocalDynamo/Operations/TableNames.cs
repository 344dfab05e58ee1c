using LocalDynamo.Http;

namespace LocalDynamo.Operations;

/// <summary>Reads a table's name, which may be given as its ARN.</summary>
internal static class TableNames
{
    public static string Read(Parameters parameters, string member = "TableName")
    {
        var name = parameters.Text(member) ?? throw DynamoException.Validation(
            $"The parameter '{member}' is required but was not present in the request");
        return Check(name, member);
    }

    /// <exception cref="DynamoException">The name is too short, too long, or has a character that is not allowed.</exception>
    public static string Check(string name, string member)
    {
        if (name.StartsWith("arn:", StringComparison.Ordinal)) name = name[(name.LastIndexOf('/') + 1)..];
        if (name.Length is < 3 or > 255)
        {
            throw DynamoException.Validation(
                $"{member} must be at least 3 characters long and at most 255 characters long");
        }

        if (!IsOfNameCharacters(name))
        {
            var path = char.ToLowerInvariant(member[0]) + member[1..];
            throw DynamoException.Validation(
                $"1 validation error detected: Value '{name}' at '{path}' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }

        return name;
    }

    /// <summary>Whether tables and indexes can be named so, but for the length.</summary>
    public static bool IsOfNameCharacters(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
}
