namespace StandIns.Authorization.Requests;

/// <summary>CloudWatch Logs: of a group, or of a stream in it.</summary>
internal static class LogsPermissions
{
    public static IEnumerable<Needed> Of(ServiceRequest request, Func<string, string> arn)
    {
        var action = "logs:" + request.Operation;
        if (!request.Json.TryGetProperty("logGroupName", out var group)) return [new(action, arn("log-group:*"))];
        var hasStream = request.Json.TryGetProperty("logStreamName", out var stream);
        return [new(action, arn($"log-group:{group.GetString()}:" + (hasStream ? $"log-stream:{stream.GetString()}" : "*")))];
    }
}
