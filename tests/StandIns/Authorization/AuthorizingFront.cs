using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StandIns.Authorization.Requests;
using StandIns.Authorization.Signatures;

namespace StandIns.Authorization;

/// <summary>
/// The front of all services of AWS: checks each signature, then the caller's permissions, and lets the service answer. It is told apart by the
/// name in the signature. Thread-safe.
/// </summary>
/// <param name="signatures">Who signed.</param>
/// <param name="authorizer">What they may do.</param>
/// <param name="services">The services by their names in signatures.</param>
/// <param name="others">What answers for every other service.</param>
public sealed class AuthorizingFront(
    SignatureCheck signatures, Authorizer authorizer, IReadOnlyDictionary<string, IBackend> services, IBackend others)
{
    private readonly ConcurrentQueue<Call> _calls = new();

    /// <summary>Every call so far of the services that have few: all but DynamoDB's.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = await ReadAsync(http);
        try
        {
            var caller = signatures.SignerOf(request).Owner;
            var service = request.Scope!.Service;
            if (service != "dynamodb") _calls.Enqueue(new Call(service, request.Protocol == Protocol.Rest ? request.Method : request.Operation, caller.Arn));
            authorizer.Check(caller, request);
            await (services.GetValueOrDefault(service) ?? others).AnswerAsync(request, caller, http.Response, http.RequestAborted);
        }
        catch (AccessRefusedException refused)
        {
            await WireAnswers.SendAsync(RefusalAnswer.Of(refused, request.Protocol), http.Response, http.RequestAborted);
        }
    }

    private static async Task<ServiceRequest> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new ServiceRequest(http.Request.Method, target, headers, body.ToArray());
    }
}

/// <summary>A call that came to the front.</summary>
/// <param name="Service">The service's name in signatures.</param>
/// <param name="Operation">The operation; the HTTP method for S3.</param>
/// <param name="Caller">The caller's ARN.</param>
public sealed record Call(string Service, string Operation, string Caller);
