using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

internal sealed class EndpointKind : ValueKind<Uri>
{
    public override string Expected => "an address such as http://127.0.0.1:8000, without user name or query";

    public override ValueShape Shape => new(JsonKind.Text, Pattern: @"^([Hh][Tt][Tt][Pp][Ss]?://[^\s@?#]+)?$");

    public override Parsed<Uri> Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Scheme is not ("http" or "https"))
            return new Flaw(ErrorCodes.NotReadable, "is not the address of a server");
        if (uri.UserInfo.Length > 0) return new Flaw(ErrorCodes.NotReadable, "holds a user name");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0) return new Flaw(ErrorCodes.NotReadable, "holds a query");
        return uri;
    }

    public override string Format(Uri value) => value.AbsoluteUri;

    // A password may stand before the last @, and a token after the ?.
    public override string Show(string text)
    {
        var query = text.IndexOfAny(['?', '#']);
        var shown = query < 0 ? text : text[..query] + "?***";
        var at = shown.LastIndexOf('@');
        return base.Show(at < 0 ? shown : "***" + shown[at..]);
    }
}
