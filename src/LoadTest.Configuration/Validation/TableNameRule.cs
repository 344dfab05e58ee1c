using System.Globalization;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Validation;

/// <summary>The table's whole name, and that DynamoDB takes it.</summary>
internal static class TableNameRule
{
    public static string Resolve(Settings settings)
    {
        var arn = settings.Get(TableOptions.TableArn);
        if (arn.Length > 0) return arn[(arn.LastIndexOf('/') + 1)..];
        var name = settings.Get(TableOptions.TableName);
        var prefix = settings.Environment + "-";
        return name.StartsWith(prefix, StringComparison.Ordinal) ? name : prefix + name;
    }

    public static IEnumerable<Problem> Check(Settings settings)
    {
        var name = Resolve(settings);
        if (name.Length is < 3 or > 255)
        {
            yield return new Problem(
                ErrorCodes.OutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"TableName with the environment in front has {name.Length} characters (was '{name}')"),
                settings.Origin(TableOptions.TableName), "give a name that has 3 to 255 characters with the environment in front");
        }
    }
}
