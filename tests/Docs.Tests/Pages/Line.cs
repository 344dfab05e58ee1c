namespace Docs.Tests.Pages;

/// <summary>A text of a page, and where it stands.</summary>
/// <param name="Page">The page.</param>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Text">The line, or a part of it.</param>
internal sealed record Line(string Page, int Number, string Text)
{
    /// <summary>As a finding of a test.</summary>
    public override string ToString() => $"{Page}:{Number}: {Text}";
}
