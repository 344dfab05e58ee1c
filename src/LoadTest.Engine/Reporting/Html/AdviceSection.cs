namespace LoadTest.Engine.Reporting.Html;

/// <summary>What the data advise, and what the run cost.</summary>
internal static class AdviceSection
{
    public static void Write(HtmlPage page, RunSummary summary)
    {
        if (summary.Advice.Count > 0)
        {
            page.Add($"<section><h2>Advice</h2><ul class=\"advice\">");
            foreach (var advice in summary.Advice) page.Add($"<li>{advice}</li>");
            page.Add($"</ul></section>");
        }

        if (summary.Cost is { } cost) WriteCost(page, cost);
    }

    private static void WriteCost(HtmlPage page, CostSummary cost)
    {
        page.Add($"<section><h2>Cost</h2><p>{cost.Sentence}</p>");
        if (cost.Lines.Count > 0)
        {
            page.Add($"<div class=\"scroll\"><table><thead><tr><th>For</th><th class=\"n\">Amount</th><th class=\"n\">USD</th></tr></thead><tbody>");
            foreach (var line in cost.Lines) page.Add($"<tr><th scope=\"row\">{line.What}</th><td class=\"n\">{line.AmountText}</td><td class=\"n\">{line.Dollars:0.0000}</td></tr>");
            page.Add($"</tbody></table></div>");
        }

        page.Add($"</section>");
    }
}
