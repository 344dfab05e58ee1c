namespace LoadTest.Engine.Reporting.Html;

/// <summary>Verification, the client itself, and the settings.</summary>
internal static class DetailSection
{
    public static void Write(HtmlPage page, RunSummary summary)
    {
        WriteVerification(page, summary.Verification);
        WriteClient(page, summary);
        page.Add($"<section><h2>Settings</h2><details><summary>{summary.Settings.Count} settings, and where each came from</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Settings\"><table><thead><tr><th>Setting</th><th>Value</th><th>From</th></tr></thead><tbody>");
        foreach (var setting in summary.Settings) page.Add($"<tr><th scope=\"row\">{setting.Name}</th><td><code>{setting.Value}</code></td><td>{setting.Origin}</td></tr>");
        page.Add($"</tbody></table></div></details></section>");
    }

    private static void WriteVerification(HtmlPage page, VerificationResult verification)
    {
        page.Add($"<section><h2>Verification</h2>");
        if (verification.Reason is { } reason) page.Add($"<p>Nothing was read back: {reason}.</p>");
        else page.Add($"<p>{verification.Expected:N0} writes were acknowledged; {verification.Found:N0} of them were found in the table, {verification.Lost:N0} are lost, and {verification.Phantom:N0} items are there that should not be.</p>");
        page.Add($"</section>");
    }

    private static void WriteClient(HtmlPage page, RunSummary summary)
    {
        var (result, client) = (summary.Result, summary.Result.Client);
        var operations = Math.Max(1, result.Attempted);
        page.Add($"<section><h2>The client itself</h2><dl class=\"facts\">");
        page.Add($"<dt>Lateness of starts</dt><dd>p50 {result.Lateness.P50:N3} ms, p99 {result.Lateness.P99:N3} ms, longest {result.Lateness.Max:N3} ms; {result.LateStarts:N0} later than 10 ms</dd>");
        page.Add($"<dt>Processor</dt><dd>{client.ProcessorTime.TotalMicroseconds / operations:N1} µs an operation; busiest interval {client.HighestProcessorShare:P0} of the machine</dd>");
        page.Add($"<dt>Memory</dt><dd>{client.PeakWorkingSetBytes / 1048576.0:N0} MiB at the most; {client.AllocatedBytes / operations:N0} bytes allocated an operation</dd>");
        page.Add($"<dt>First operation</dt><dd>{summary.FirstOperation.TotalMilliseconds:N0} ms after the process started</dd>");
        page.Add($"<dt>Program</dt><dd>dynamodb-load-test {summary.Version}, seed {summary.Seed}</dd></dl></section>");
    }
}
