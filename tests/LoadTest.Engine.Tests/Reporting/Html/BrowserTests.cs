using LoadTest.Engine.Reporting.Html;
using TestSupport;
using TestSupport.Browser;

namespace LoadTest.Engine.Tests.Reporting.Html;

/// <summary>The page in a real browser: on a desk and on a phone, light and dark.</summary>
[Category("Slow")]
public sealed class BrowserTests
{
    private TemporaryFolder _folder = null!;
    private HeadlessBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = new TemporaryFolder();
        _browser = await HeadlessBrowser.StartAsync();
        using var writer = new StreamWriter(_folder.Combine("report.html"));
        HtmlReport.Write(SamplePage.Summary, SamplePage.Points, writer);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _browser?.Dispose();
        _folder?.Dispose();
    }

    [TestCase(1200, false)]
    [TestCase(1200, true)]
    [TestCase(360, false)]
    [TestCase(360, true)]
    public async Task The_page_shows_without_errors_requests_or_a_horizontal_scroll(int width, bool isDark)
    {
        await _browser.ShowAsync(_folder.Combine("report.html"), width, 800, isDark);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_browser.Complaints(), Is.Empty);
            Assert.That(_browser.Requests(), Is.Empty);
            Assert.That((await _browser.EvaluateAsync("document.title")).GetString(), Does.StartWith("Load test "), "no script of the data ran");
            Assert.That((await _browser.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32(), Is.LessThanOrEqualTo(width));
            Assert.That((await _browser.EvaluateAsync("[...document.querySelectorAll('.chart > svg')].filter(s => s.getBoundingClientRect().height > 100).length")).GetInt32(), Is.EqualTo(5));
            Assert.That((await _browser.EvaluateAsync("[...document.querySelectorAll('.chart > svg > .line')].filter(l => l.getTotalLength() > 100).length")).GetInt32(), Is.EqualTo(14));
            Assert.That((await _browser.EvaluateAsync("[...document.querySelectorAll('.chart > svg text')].filter(t => { const b = t.getBBox(); return b.x < 0 || b.x + b.width > 480; }).map(t => t.textContent).join()")).GetString(), Is.Empty, "labels are cut off");
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Every_text_has_the_contrast_that_readers_with_weak_eyes_need(bool isDark)
    {
        await _browser.ShowAsync(_folder.Combine("report.html"), 1200, 800, isDark);
        // WCAG 2.2, success criterion 1.4.3: 4.5 to 1; the formula of relative luminance is that of the same document.
        var weak = await _browser.EvaluateAsync("""
            (() => {
              const rgb = text => text.match(/[\d.]+/g).map(Number);
              const luminance = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
              const found = new Set();
              for (const e of document.querySelectorAll('h1, h2, h3, p, li, td, th, dt, dd, summary, code, small, span, footer, text, b')) {
                const style = getComputedStyle(e), colour = rgb(e.tagName === 'text' ? style.fill : style.color);
                const [a, b] = [luminance(colour), luminance(ground(e))].sort((x, y) => y - x);
                if ((a + 0.05) / (b + 0.05) < 4.5) found.add(e.tagName + '.' + (e.getAttribute('class') ?? ''));
              }
              return [...found].join();
            })()
            """);
        Assert.That(weak.GetString(), Is.Empty);
    }

    [Test]
    public async Task Light_and_dark_differ()
    {
        const string ground = "getComputedStyle(document.body).backgroundColor";
        await _browser.ShowAsync(_folder.Combine("report.html"), 1200, 800, isDark: false);
        var light = (await _browser.EvaluateAsync(ground)).GetString();
        await _browser.ShowAsync(_folder.Combine("report.html"), 1200, 800, isDark: true);
        Assert.That((await _browser.EvaluateAsync(ground)).GetString(), Is.Not.EqualTo(light));
    }
}
