using System.Globalization;
using System.Text.RegularExpressions;
using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Wiring;

/// <summary>Decides as CloudFormation does whether a template takes a value for a parameter.</summary>
internal static class TemplateParameter
{
    /// <summary>Why it does not; null when it does.</summary>
    public static string? Refusal(JObject parameter, string value)
    {
        if (parameter["AllowedValues"] is JArray allowed && !allowed.Select(Intrinsics.Text).Contains(value))
            return "not among the allowed values";
        if ((string?)parameter["AllowedPattern"] is { } pattern && !IsMatch(value, pattern)) return $"not of the pattern {pattern}";
        if ((string?)parameter["MaxLength"] is { } longest && value.Length > Number(longest)) return "too long";
        if ((string?)parameter["MinLength"] is { } shortest && value.Length < Number(shortest)) return "too short";
        if ((string?)parameter["Type"] != "Number") return null;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return "no number";
        if ((string?)parameter["MinValue"] is { } least && number < Number(least)) return "too small";
        return (string?)parameter["MaxValue"] is { } most && number > Number(most) ? "too large" : null;
    }

    // The whole value must match.
    private static bool IsMatch(string value, string pattern) =>
        Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
