using Amazon.Runtime.Internal;

namespace Amazon.Plumbing;

/// <summary>
/// How the pipeline of AWSSDK.Core names a service in its metrics. The base constructor of a client reads it, so it is static there.
/// </summary>
/// <param name="serviceId">The id in the service's model.</param>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId { get; } = serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
