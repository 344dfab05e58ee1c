using System.Security.Cryptography.X509Certificates;
using Sink;

// Sink [certificate.pem key.pem]: prints the ports that it listens on, plain and, with a certificate, TLS; ends when its input ends.
var poller = new Poller();
using var plain = new Listener(certificate: null, open: poller.Open);
using var certificate = args.Length == 2 ? X509Certificate2.CreateFromPemFile(args[0], args[1]) : null;
using var secure = certificate is null ? null : new Listener(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null), open: poller.Open);
Console.WriteLine(FormattableString.Invariant($"{plain.Port} {secure?.Port}"));
await Console.In.ReadToEndAsync();
