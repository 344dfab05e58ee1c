namespace StandIns.Authorization.Requests;

/// <summary>CloudFormation: a stack, by name or by ARN.</summary>
internal static class CloudFormationPermissions
{
    public static Needed Of(ServiceRequest request, Func<string, string> arn)
    {
        var action = "cloudformation:" + request.Operation;
        if (!request.Form.TryGetValue("StackName", out var stack)) return new(action, Needed.AnyResource);
        return new(action, stack.StartsWith("arn:", StringComparison.Ordinal) ? stack : arn($"stack/{stack}/*"));
    }
}
