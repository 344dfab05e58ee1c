using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace LoadTest.Engine.Reporting.Html;

/// <summary>Writes markup: the literal parts of an interpolated string as they are, and every value in it encoded and invariant in culture.</summary>
internal sealed class HtmlPage(TextWriter writer)
{
    /// <summary>Writes markup with values in it.</summary>
    /// <remarks>The handler has written everything when it comes here. A piece of markup is a line, which ends in a line feed on every system.</remarks>
    public void Add([InterpolatedStringHandlerArgument("")] Markup markup)
    {
        _ = markup;
        writer.Write('\n');
    }

    /// <summary>Writes markup that holds no value: a style sheet, say.</summary>
    public void AddLiteral(string markup) => writer.Write(markup);

    /// <summary>Takes the parts of an interpolated string as they come.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly HtmlPage _page;

        public Markup(int literalLength, int formattedCount, HtmlPage page) => _page = page;

        public void AppendLiteral(string text) => _page.AddLiteral(text);

        public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

        public void AppendFormatted<T>(T value, string? format) => _page.AddLiteral(WebUtility.HtmlEncode(
            value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? ""));
    }
}
