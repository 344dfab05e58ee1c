using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>The base of every request to CloudWatch Logs.</summary>
public abstract class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest;
