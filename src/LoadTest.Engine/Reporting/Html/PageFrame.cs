namespace LoadTest.Engine.Reporting.Html;

/// <summary>What every page begins and ends with. The style sheet lies inside the page, so that the page is one file.</summary>
internal static class PageFrame
{
    private const string StyleSheet = "LoadTest.Engine.Reporting.Html.report.css";

    public static void Begin(HtmlPage page, string title)
    {
        // Nothing may be fetched, and no script may run: a browser holds the page to that.
        page.AddLiteral("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <link rel="icon" href="data:,">

            """.ReplaceLineEndings("\n"));
        page.Add($"<title>{title}</title>");
        page.AddLiteral("<style>\n");
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(StyleSheet)!;
        using var reader = new StreamReader(stream);
        page.AddLiteral(reader.ReadToEnd().ReplaceLineEndings("\n"));
        page.AddLiteral("</style>\n</head>\n<body>\n<main>\n");
    }

    public static void End(HtmlPage page, string note)
    {
        page.Add($"<footer>{note}</footer>");
        page.AddLiteral("</main>\n</body>\n</html>\n");
    }
}
