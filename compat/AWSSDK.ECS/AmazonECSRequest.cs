using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>The base of every request to Amazon ECS.</summary>
public abstract class AmazonECSRequest : AmazonWebServiceRequest;
