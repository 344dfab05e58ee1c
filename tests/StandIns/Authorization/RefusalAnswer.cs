using System.Net;
using StandIns.Authorization.Requests;
using StandIns.Wire;

namespace StandIns.Authorization;

/// <summary>How each protocol words a refusal.</summary>
internal static class RefusalAnswer
{
    /// <summary>The answer to the caller.</summary>
    public static WireAnswer Of(AccessRefusedException refused, Protocol protocol) => protocol switch
    {
        Protocol.Json => WireAnswer.JsonError(JsonCode(refused.Reason), refused.Message),
        Protocol.Rest => new WireAnswer(RestStatus(refused.Reason), "application/xml", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>{RestCode(refused.Reason)}</Code><Message>{WebUtility.HtmlEncode(refused.Message)}</Message><RequestId>{WireAnswer.RequestId}</RequestId></Error>
            """),
        _ => WireAnswer.XmlError(QueryCode(refused.Reason), refused.Message, 403),
    };

    private static string JsonCode(Refusal reason) => reason switch
    {
        Refusal.NotSigned => "MissingAuthenticationTokenException",
        Refusal.UnknownKey => "UnrecognizedClientException",
        Refusal.WrongSignature => "InvalidSignatureException",
        Refusal.Expired => "ExpiredTokenException",
        _ => "AccessDeniedException",
    };

    private static string QueryCode(Refusal reason) => reason switch
    {
        Refusal.NotSigned => "MissingAuthenticationToken",
        Refusal.UnknownKey => "InvalidClientTokenId",
        Refusal.WrongSignature => "SignatureDoesNotMatch",
        Refusal.Expired => "ExpiredToken",
        _ => "AccessDenied",
    };

    private static string RestCode(Refusal reason) => reason switch
    {
        Refusal.UnknownKey => "InvalidAccessKeyId",
        Refusal.WrongSignature => "SignatureDoesNotMatch",
        Refusal.Expired => "ExpiredToken",
        _ => "AccessDenied",
    };

    private static int RestStatus(Refusal reason) => reason == Refusal.Expired ? 400 : 403;
}
