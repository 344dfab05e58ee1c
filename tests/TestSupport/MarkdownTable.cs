namespace TestSupport;

/// <summary>Reads the tables of a page in docs/.</summary>
public static class MarkdownTable
{
    /// <summary>The rows below a heading, without head and rule; each cell as it is written.</summary>
    public static IEnumerable<string[]> Rows(string page, string heading) =>
        Lines(page).SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Skip(2).Select(Cells);

    /// <summary>The headings of second order.</summary>
    public static IEnumerable<string> Headings(string page) => Lines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal));

    /// <summary>The texts of a cell that stand in back quotes.</summary>
    public static IEnumerable<string> Quoted(string cell) => cell.Split('`').Where((_, index) => index % 2 == 1);

    /// <summary>The page's lines.</summary>
    public static string[] Lines(string page) => File.ReadAllLines(RepositoryRoot.Combine("docs", page));

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
