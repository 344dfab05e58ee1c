using System.Globalization;
using System.Text;

namespace LoadTest.Wire.Signing;

/// <summary>
/// A request of one operation with everything filled in that a day's requests share: the head, the canonical request and the string to sign,
/// each with gaps of a fixed width for what changes. Immutable; safe for all threads.
/// </summary>
public sealed class RequestForm
{
    /// <summary>The width of a time: 20261122T101500Z.</summary>
    public const int TimeWidth = 16;

    /// <summary>The width of a SHA-256 hash in hexadecimal digits.</summary>
    public const int HashWidth = 64;

    /// <summary>What the length of a body and the end of the head take at the most.</summary>
    private const int MostAfterHead = 16;

    private const string TimeGap = "00000000T000000Z";
    private const string ContentType = "application/x-amz-json-1.0";
    private static readonly string HashGap = new('0', HashWidth);

    /// <summary>Fills in the form.</summary>
    /// <param name="scope">Who signs, and for which day.</param>
    /// <param name="endpoint">Where the requests go.</param>
    /// <param name="operation">The operation's name, such as PutItem.</param>
    /// <param name="agent">How the program calls itself.</param>
    public RequestForm(SigningScope scope, Uri endpoint, string operation, string agent)
    {
        Scope = scope;
        var target = "DynamoDB_20120810." + operation;
        var token = scope.Credentials.UseToken ? scope.Credentials.Token : null;
        (string Name, string Value)[] signed =
        [
            ("content-type", ContentType), ("host", endpoint.Authority), ("x-amz-content-sha256", HashGap), ("x-amz-date", TimeGap),
            .. token is null ? [] : new[] { ("x-amz-security-token", token) }, ("x-amz-target", target),
        ];
        var names = string.Join(';', signed.Select(header => header.Name));
        var path = endpoint.AbsolutePath;

        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\n");
        foreach (var (name, value) in signed) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"user-agent: {agent}\r\nauthorization: AWS4-HMAC-SHA256 Credential={scope.Credentials.AccessKey}/{scope.Text}, SignedHeaders={names}, Signature=");
        SignatureInHead = head.Length;
        Head = Encoding.ASCII.GetBytes(head.Append(HashGap).Append("\r\ncontent-length: ").ToString());
        HashInHead = Head.AsSpan().IndexOf("x-amz-content-sha256: "u8) + "x-amz-content-sha256: "u8.Length;
        TimeInHead = Head.AsSpan().IndexOf("x-amz-date: "u8) + "x-amz-date: "u8.Length;

        var headers = string.Concat(signed.Select(header => $"{header.Name}:{header.Value}\n"));
        Canonical = Encoding.ASCII.GetBytes($"POST\n{CanonicalPath(path)}\n\n{headers}\n{names}\n{HashGap}");
        HashInCanonical = Canonical.AsSpan().IndexOf("x-amz-content-sha256:"u8) + "x-amz-content-sha256:"u8.Length;
        TimeInCanonical = Canonical.AsSpan().IndexOf("x-amz-date:"u8) + "x-amz-date:"u8.Length;
        ToSign = Encoding.ASCII.GetBytes($"AWS4-HMAC-SHA256\n{TimeGap}\n{scope.Text}\n{HashGap}");
        TimeInToSign = ToSign.AsSpan().IndexOf((byte)'\n') + 1;
    }

    /// <summary>Who signs, and for which day.</summary>
    public SigningScope Scope { get; }

    /// <summary>The room that a head needs at the most, in bytes.</summary>
    public int MostHeadBytes => Head.Length + MostAfterHead;

    internal byte[] Head { get; }

    internal int TimeInHead { get; }

    internal int HashInHead { get; }

    internal int SignatureInHead { get; }

    internal byte[] Canonical { get; }

    internal int TimeInCanonical { get; }

    internal int HashInCanonical { get; }

    internal byte[] ToSign { get; }

    internal int TimeInToSign { get; }

    // Every service but S3 encodes the path's segments once more.
    private static string CanonicalPath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
