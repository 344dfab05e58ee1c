using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LoadTest.Tests.Wire;

/// <summary>Certificates that sign themselves, for servers that a test starts.</summary>
internal static class TestCertificate
{
    /// <summary>Makes a certificate for a name.</summary>
    /// <param name="name">The server's name.</param>
    /// <param name="validDays">For how many days from now it is valid; a negative number makes one that has expired.</param>
    public static X509Certificate2 Make(string name, int validDays = 10)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(validDays));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
