namespace StandIns.Authorization.Requests;

/// <summary>EC2: the rules of a security group are the group's; what only looks is about anything.</summary>
internal static class Ec2Permissions
{
    public static Needed Of(ServiceRequest request, Func<string, string> arn) =>
        new("ec2:" + request.Operation, request.Form.TryGetValue("GroupId", out var group) ? arn("security-group/" + group) : Needed.AnyResource);
}
