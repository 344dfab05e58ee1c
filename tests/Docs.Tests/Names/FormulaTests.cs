using System.Globalization;
using System.Text.RegularExpressions;
using Docs.Tests.Pages;

namespace Docs.Tests.Names;

/// <summary>Sums on the pages of the examples are what their formulas give. (Those of costs.md are held by the tests of the templates.)</summary>
public sealed partial class FormulaTests
{
    [Test]
    public void Every_formula_in_a_table_gives_the_number_behind_it()
    {
        var rows = Page.All.Where(page => page.Name.StartsWith("docs/examples/", StringComparison.Ordinal)).SelectMany(page => page.Prose)
            .Select(line => (line, row: Row().Match(line.Text))).Where(each => each.row.Success).ToList();

        Assert.That(rows, Has.Count.GreaterThan(10));
        Findings.None(rows.Where(each => Calculate(each.row.Groups["formula"].Value, each.row.Groups["number"].Value) != Number(each.row.Groups["number"].Value))
            .Select(each => $"{each.line}\n  is {Calculate(each.row.Groups["formula"].Value, each.row.Groups["number"].Value)}"));
    }

    // Sums of products and quotients, from left to right; rounded as the page does, halves up.
    private static decimal Calculate(string formula, string shown) => decimal.Round(
        formula.Split('+').Sum(Product), shown.Contains('.', StringComparison.Ordinal) ? shown.Length - shown.IndexOf('.', StringComparison.Ordinal) - 1 : 0, MidpointRounding.AwayFromZero);

    private static decimal Product(string term)
    {
        var parts = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var product = Number(parts[0]);
        for (var i = 1; i < parts.Length; i += 2) product = parts[i] == "/" ? product / Number(parts[i + 1]) : product * Number(parts[i + 1]);
        return product;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\| `(?<formula>[0-9. *+/]+)` \| (?<number>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
