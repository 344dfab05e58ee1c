using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EndToEnd.Sandbox;

/// <summary>A certificate authority that exists for one sandbox, and is trusted in it alone.</summary>
internal sealed class ThrowAwayAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;
    private readonly DateTimeOffset _now;

    public ThrowAwayAuthority(TimeProvider time)
    {
        _now = time.GetUtcNow();
        var request = new CertificateRequest("CN=load test sandbox", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _certificate = request.CreateSelfSigned(_now - Life, _now + Life);
    }

    /// <summary>What is added to a bundle of trusted authorities.</summary>
    public string Pem => _certificate.ExportCertificatePem() + "\n";

    /// <summary>A server's certificate, with its key.</summary>
    public X509Certificate2 Issue(IReadOnlyList<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names) alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var issued = request.Create(_certificate, _now - Life, _now + Life, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
