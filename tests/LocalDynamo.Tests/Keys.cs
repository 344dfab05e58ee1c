using System.Globalization;

namespace LocalDynamo.Tests;

/// <summary>Keys for test items.</summary>
internal static class Keys
{
    public static string Of(int number) => "key-" + number.ToString(CultureInfo.InvariantCulture);
}
