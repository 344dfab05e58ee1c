using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;

namespace TestSupport.Browser;

/// <summary>Debian's Chromium without a window, with one page, spoken to over its DevTools protocol. Ended with the test.</summary>
public sealed class HeadlessBrowser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _profile = new();
    private readonly StartedProcess _process;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonElement> _events = [];
    private int _lastId;

    private HeadlessBrowser(string program) => _process = StartedProcess.Start(
        program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--hide-scrollbars",
            "--remote-debugging-port=0", "--user-data-dir=" + _profile.Path, "about:blank",
        ],
        _profile.Path);

    /// <summary>Starts it; ends the test where Chromium is not installed.</summary>
    public static async Task<HeadlessBrowser> StartAsync()
    {
        var browser = new HeadlessBrowser(Peers.Program("chromium"));
        try
        {
            await browser.ConnectAsync();
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    /// <summary>Shows a file in a window of this size, light or dark, and waits until it has loaded. Forgets what happened before.</summary>
    public async Task ShowAsync(string file, int width, int height, bool isDark)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = width < 600 });
        await SendAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = isDark ? "dark" : "light" } } });
        _events.Clear();
        await SendAsync("Page.navigate", new { url = new Uri(file).AbsoluteUri });
        using var deadline = new CancellationTokenSource(Patience);
        while (!_events.Exists(message => Method(message) == "Page.loadEventFired")) _events.Add(await ReceiveAsync(deadline.Token));
    }

    /// <summary>The addresses that the page asked for since it was shown, itself left out.</summary>
    public IReadOnlyList<string> Requests() =>
    [
        .. _events.Where(message => Method(message) == "Network.requestWillBeSent")
            .Select(message => message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!)
            .Where(url => !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)),
    ];

    /// <summary>What the browser complained about since the page was shown.</summary>
    public IReadOnlyList<string> Complaints() =>
        [.. _events.Where(message => Method(message) is "Log.entryAdded" or "Runtime.exceptionThrown" or "Runtime.consoleAPICalled").Select(message => message.ToString())];

    /// <summary>The value of a JavaScript expression on the page.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : throw new InvalidOperationException(answer.ToString());
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.Dispose();
        _profile.Dispose();
    }

    private async Task ConnectAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        var ready = _profile.Combine("DevToolsActivePort");
        while (!File.Exists(ready) || File.ReadAllLines(ready).Length < 2) await Task.Delay(20, deadline.Token);
        var port = int.Parse(File.ReadAllLines(ready)[0], CultureInfo.InvariantCulture);
        using var http = new HttpClient();
        using var targets = JsonDocument.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), deadline.Token));
        var page = targets.RootElement.EnumerateArray().First(target => target.GetProperty("type").GetString() == "page");
        await _socket.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), deadline.Token);
        foreach (var domain in new[] { "Page", "Network", "Log", "Runtime" }) await SendAsync(domain + ".enable", new { });
    }

    private async Task<JsonElement> SendAsync(string method, object parameters)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var id = ++_lastId;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, true, deadline.Token);
        while (true)
        {
            var message = await ReceiveAsync(deadline.Token);
            if (!message.TryGetProperty("id", out var answered) || answered.GetInt32() != id) _events.Add(message);
            else if (message.TryGetProperty("result", out var result)) return result;
            else throw new InvalidOperationException($"{method}: {message}");
        }
    }

    private async Task<JsonElement> ReceiveAsync(CancellationToken stop)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, stop);
            whole.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            using var document = JsonDocument.Parse(whole.ToArray());
            return document.RootElement.Clone();
        }
    }

    private static string? Method(JsonElement message) => message.TryGetProperty("method", out var method) ? method.GetString() : null;
}
