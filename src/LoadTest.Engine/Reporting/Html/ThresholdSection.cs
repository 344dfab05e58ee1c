using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>The thresholds with their verdicts.</summary>
internal static class ThresholdSection
{
    public static void Write(HtmlPage page, IReadOnlyList<ThresholdVerdict> verdicts)
    {
        if (verdicts.Count == 0) return;
        page.Add($"<section><h2>Thresholds</h2><div class=\"scroll\"><table class=\"thresholds\"><thead><tr><th>Threshold</th><th class=\"n\">Actual</th><th class=\"n\">Limit</th><th>Verdict</th></tr></thead><tbody>");
        foreach (var verdict in verdicts)
        {
            page.Add($"<tr><th scope=\"row\"><code>{verdict.Threshold.Text}</code></th><td class=\"n\">{verdict.ValueText}</td><td class=\"n\">{verdict.LimitText}</td>");
            page.Add($"<td><span class=\"word {(verdict.Holds ? "good" : "bad")}\"><span aria-hidden=\"true\">{(verdict.Holds ? "✓" : "✕")}</span> {verdict.Word}</span> {verdict.Reason}</td></tr>");
        }

        page.Add($"</tbody></table></div></section>");
    }
}
