using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StandIns.Hosting;

/// <summary>A web server that lets one delegate answer everything. It stops when it is disposed.</summary>
public sealed class WebHost : IAsyncDisposable
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(1);
    private readonly WebApplication _application;

    private WebHost(WebApplication application) => _application = application;

    /// <summary>Starts a server on a free port of 127.0.0.1.</summary>
    public static Task<(WebHost Host, Uri Endpoint)> StartAsync(RequestDelegate answer)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return StartedAsync();

        async Task<(WebHost Host, Uri Endpoint)> StartedAsync()
        {
            var endpoint = new UriBuilder("http", "127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port).Uri;
            return (await StartAsync(socket, certificate: null, answer), endpoint);
        }
    }

    /// <summary>Starts a server on a socket that listens already, wherever it was made.</summary>
    /// <param name="socket">The server owns it from now on.</param>
    /// <param name="certificate">For TLS; null for none.</param>
    /// <param name="answer">Called for several requests at once.</param>
    public static async Task<WebHost> StartAsync(Socket socket, X509Certificate2? certificate, RequestDelegate answer)
    {
        ArgumentNullException.ThrowIfNull(socket);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = StopsWithin);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseSockets(options => options.CreateBoundListenSocket = _ => socket);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen((IPEndPoint)socket.LocalEndPoint!, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new WebHost(application);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
