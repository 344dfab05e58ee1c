namespace Build.Stacks.Calls;

/// <summary>What can be read from a stack's ARN, <c>arn:aws:cloudformation:region:account:stack/name/id</c>.</summary>
internal static class StackArn
{
    /// <summary>The stack's name; the text itself where it is no ARN.</summary>
    public static string NameOf(string id) => id.Split('/') is [_, var name, ..] ? name : id;

    /// <summary>The stack's events in the web console of its partition.</summary>
    public static string ConsoleLink(string id)
    {
        var parts = id.Split(':');
        if (parts.Length < 4) return "";
        var (host, region) = (Host(parts[1]), parts[3]);
        return $"https://{region}.{host}/cloudformation/home?region={region}#/stacks/events?stackId={Uri.EscapeDataString(id)}";
    }

    private static string Host(string partition) => partition switch
    {
        "aws-cn" => "console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        _ => "console.aws.amazon.com",
    };
}
