using Microsoft.AspNetCore.Http;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;

namespace StandIns.Authorization;

/// <summary>A service behind the front.</summary>
public interface IBackend
{
    /// <summary>Answers a request that is allowed. It is called for several requests at once.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="response">Where the answer goes.</param>
    /// <param name="cancel">The caller left.</param>
    Task AnswerAsync(ServiceRequest request, Principal caller, HttpResponse response, CancellationToken cancel);
}
