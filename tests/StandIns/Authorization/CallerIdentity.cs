using Microsoft.AspNetCore.Http;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;
using StandIns.Wire;

namespace StandIns.Authorization;

/// <summary>STS, as far as it tells a caller who they are.</summary>
public sealed class CallerIdentity : IBackend
{
    /// <inheritdoc/>
    public Task AnswerAsync(ServiceRequest request, Principal caller, HttpResponse response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        return WireAnswers.SendAsync(
            request.Operation == "GetCallerIdentity"
                ? WireAnswer.Xml(request.Operation, $"<Arn>{caller.Arn}</Arn><UserId>{caller.Id}</UserId><Account>{caller.Account}</Account>")
                : WireAnswer.XmlError("InvalidAction", $"{request.Operation} is not answered here."),
            response, cancel);
    }
}
