using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Sink;

// Sink [certificate.pem key.pem] [--sleep]: prints the ports that it listens on, plain and, with a certificate, TLS; ends when its input ends. With
// --sleep it waits for requests as other servers do.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
Func<Socket, Stream>? open = args.Contains("--sleep") ? null : new Poller().Open;
using var plain = new Listener(certificate: null, open: open);
using var certificate = args is [var chain, var key, ..] ? X509Certificate2.CreateFromPemFile(chain, key) : null;
using var secure = certificate is null ? null : new Listener(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null), open: open);
Console.WriteLine(FormattableString.Invariant($"{plain.Port} {secure?.Port}"));
await Console.In.ReadToEndAsync();
