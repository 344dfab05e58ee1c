using Amazon.Plumbing.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Plumbing;

/// <summary>Puts the two handlers that every service brings along into the pipeline of AWSSDK.Core.</summary>
internal static class PipelineExtensions
{
    /// <summary>
    /// Resolves endpoints by <see cref="ServiceHosts"/> and signs with SigV4. The handler that is added last runs first: the scheme is
    /// known before the endpoint, as in the official clients.
    /// </summary>
    public static void UseServiceHandlers(this RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4SchemeHandler());
    }
}
