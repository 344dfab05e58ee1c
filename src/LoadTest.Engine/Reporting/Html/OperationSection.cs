namespace LoadTest.Engine.Reporting.Html;

/// <summary>The table of operations, with a column an operation, and the failures by category.</summary>
internal static class OperationSection
{
    public static void Write(HtmlPage page, LoadResult result)
    {
        page.Add($"<section><h2>Operations</h2><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Operations\"><table><thead><tr><td></td>");
        foreach (var operation in result.Operations) page.Add($"<th scope=\"col\" class=\"n\">{operation.Name}</th>");
        page.Add($"</tr></thead><tbody>");
        foreach (var column in OperationColumn.All.Skip(1))
        {
            page.Add($"<tr><th scope=\"row\" title=\"{column.Legend}\">{column.Title}</th>");
            foreach (var operation in result.Operations) page.Add($"<td class=\"n\">{column.Value(operation)}</td>");
            page.Add($"</tr>");
        }

        page.Add($"</tbody></table></div>");
        WriteCounts(page, "Failures by category", [.. result.Operations.SelectMany(operation => operation.Errors.Select(error => (operation.Name, error.Category.Name, error.Count)))]);
        WriteCounts(page, "Throttled requests by reason", [.. result.Operations.SelectMany(operation => operation.ThrottledRequests.Select(throttled => (operation.Name, throttled.Category.Name, throttled.Count)))]);
        page.Add($"<details><summary>What the rows mean</summary><dl>");
        foreach (var column in OperationColumn.All.Skip(1)) page.Add($"<dt>{column.Title}</dt><dd>{column.Legend}</dd>");
        page.Add($"</dl></details></section>");
    }

    private static void WriteCounts(HtmlPage page, string title, IReadOnlyList<(string Operation, string Category, long Count)> counts)
    {
        if (counts.Count == 0) return;
        page.Add($"<h3>{title}</h3><div class=\"scroll\"><table><thead><tr><th>Operation</th><th>Category</th><th class=\"n\">Count</th></tr></thead><tbody>");
        foreach (var (operation, category, count) in counts) page.Add($"<tr><th scope=\"row\">{operation}</th><td><code>{category}</code></td><td class=\"n\">{count:N0}</td></tr>");
        page.Add($"</tbody></table></div>");
    }
}
