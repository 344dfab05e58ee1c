using System.Globalization;

namespace TestSupport;

/// <summary>Cultures in which a number, a date or a letter is written differently, made here so that no installed data is needed.</summary>
public static class Cultures
{
    /// <summary>A comma for the decimals, a point for the thousands, a dotless i: and the invariant culture.</summary>
    public static IEnumerable<CultureInfo> All
    {
        get
        {
            yield return CultureInfo.InvariantCulture;
            yield return With(",", ".", "dd.MM.yyyy");
            yield return With(",", "\u202f", "yyyy/MM/dd");
        }
    }

    /// <summary>Runs an action in a culture, and sets the old one again.</summary>
    public static T In<T>(CultureInfo culture, Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo With(string decimals, string thousands, string date)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimals;
        culture.NumberFormat.NumberGroupSeparator = thousands;
        culture.NumberFormat.PercentDecimalSeparator = decimals;
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.ShortDatePattern = date;
        return culture;
    }
}
