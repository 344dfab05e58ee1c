using System.Globalization;
using System.Text;
using LoadTest.Engine.Reporting.Html;

namespace LoadTest.Engine.Reporting.Charts;

/// <summary>A chart of lines as inline SVG: with title and description for those who do not see it, and a legend in text.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What can be read from it, in a sentence or two.</param>
/// <param name="Across">The axis from left to right.</param>
/// <param name="Up">The axis from the bottom up.</param>
/// <param name="Series">The lines; later ones lie above earlier ones.</param>
internal sealed record LineChart(string Id, string Title, string Description, Axis Across, Axis Up, IReadOnlyList<ChartSeries> Series)
{
    private const double Width = 480;
    private const double Height = 250;
    private const double Left = 50;
    private const double Right = 464;

    // A label at the right end would be cut off if it stood under the middle of its tick.
    private const double EndShare = 0.95;
    private const double Top = 12;
    private const double Bottom = 206;

    /// <summary>Writes it as a figure.</summary>
    public void Write(HtmlPage page)
    {
        page.Add($"<figure class=\"chart\" id=\"{Id}\"><figcaption><h3>{Title}</h3><p>{Up.Title}</p></figcaption>");
        page.Add($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{Id}-t {Id}-d\"><title id=\"{Id}-t\">{Title}</title><desc id=\"{Id}-d\">{Description}</desc>");
        foreach (var (value, label) in Up.Ticks)
        {
            page.Add($"<path class=\"grid\" d=\"M{Left} {Y(value):0.#}H{Right}\"/><text class=\"y\" x=\"{Left - 7}\" y=\"{Y(value) + 4:0.#}\">{label}</text>");
        }

        foreach (var (value, label) in Across.Ticks)
        {
            var isLast = Across.Place(value) > EndShare;
            page.Add($"<path class=\"tick\" d=\"M{X(value):0.#} {Bottom}v5\"/><text class=\"{(isLast ? "x end" : "x")}\" x=\"{(isLast ? Math.Min(X(value) + 14, Width - 2) : X(value)):0.#}\" y=\"{Bottom + 20}\">{label}</text>");
        }

        page.Add($"<path class=\"axis\" d=\"M{Left} {Bottom}H{Right}\"/><text class=\"name\" x=\"{(Left + Right) / 2}\" y=\"{Height - 5}\">{Across.Title}</text>");
        foreach (var series in Series) page.Add($"<path class=\"line {series.Style}\" d=\"{Path(series)}\"/>");
        page.Add($"</svg><ul class=\"legend\">");
        foreach (var series in Series)
        {
            page.Add($"<li><svg viewBox=\"0 0 28 8\" aria-hidden=\"true\"><path class=\"line {series.Style}\" d=\"M1 4H27\"/></svg>{series.Name}</li>");
        }

        page.Add($"</ul></figure>");
    }

    private string Path(ChartSeries series)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        foreach (var point in series.Points)
        {
            if (point is { } place) path.Append(CultureInfo.InvariantCulture, $"{(isDrawing ? 'L' : 'M')}{X(place.X):0.#} {Y(place.Y):0.#}");
            isDrawing = point is not null;
        }

        return path.ToString();
    }

    private double X(double value) => Left + Across.Place(value) * (Right - Left);

    private double Y(double value) => Bottom - Up.Place(value) * (Bottom - Top);
}
