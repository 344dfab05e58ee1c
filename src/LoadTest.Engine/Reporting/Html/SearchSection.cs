using LoadTest.Engine.Searching;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>The search for the highest rate, with every trial.</summary>
internal static class SearchSection
{
    public static void Write(HtmlPage page, RateSearchResult? search)
    {
        if (search is null) return;
        page.Add($"<section><h2>The highest rate that held</h2><p>{SearchText.Sentence(search)}</p><p class=\"place\">{SearchText.AboutBurst(search)}</p>");
        page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Trials\"><table class=\"trials\"><thead><tr><th class=\"n\">Rate /s</th><th class=\"n\">Achieved /s</th><th class=\"n\">Seconds</th><th class=\"n\">p50 ms</th><th class=\"n\">p99 ms</th><th class=\"n\">p99.9 ms</th><th class=\"n\">Throttled</th><th class=\"n\">Errors</th><th>Verdict</th></tr></thead><tbody>");
        foreach (var trial in search.Trials)
        {
            page.Add($"<tr><th scope=\"row\" class=\"n\">{trial.Rate:#,0.#}</th><td class=\"n\">{trial.AchievedRate:#,0.#}</td><td class=\"n\">{trial.Duration.TotalSeconds:0.#}</td><td class=\"n\">{trial.Response.P50:0.###}</td><td class=\"n\">{trial.Response.P99:0.###}</td><td class=\"n\">{trial.Response.P999:0.###}</td><td class=\"n\">{trial.ThrottledRequests:N0}</td><td class=\"n\">{trial.Errors:N0}</td>");
            page.Add($"<td><span class=\"word {(trial.Held ? "good" : "bad")}\"><span aria-hidden=\"true\">{(trial.Held ? "✓" : "✕")}</span> {(trial.Held ? "held" : "broke")}</span> {string.Join(", ", trial.Broken)}</td></tr>");
        }

        page.Add($"</tbody></table></div></section>");
    }
}
