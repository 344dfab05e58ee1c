using System.Globalization;
using System.Net;

namespace Build.Tests.Stacks.Support;

/// <summary>What <see cref="FakeCloudFormation"/> says, as CloudFormation writes it.</summary>
internal static class FakeXml
{
    public static string Of(FakeStack stack) => $"""
        <member>{Element("StackId", stack.Id)}{Element("StackName", stack.Name)}{Element("StackStatus", stack.Status)}
        {Element("StackStatusReason", stack.Reason)}<CreationTime>2031-05-06T07:08:09Z</CreationTime>
        <EnableTerminationProtection>{(stack.IsProtected ? "true" : "false")}</EnableTerminationProtection>
        <Parameters>{Pairs(stack.Parameters, "ParameterKey", "ParameterValue")}</Parameters>
        <Outputs>{Pairs(stack.Outputs, "OutputKey", "OutputValue")}</Outputs></member>
        """;

    public static string Of(FakeStack stack, FakeEvent happened) => $"""
        <member>{Element("EventId", happened.Id)}{Element("StackId", stack.Id)}{Element("StackName", stack.Name)}
        {Element("LogicalResourceId", happened.IsOfStack ? stack.Name : happened.Resource)}
        {Element("PhysicalResourceId", happened.IsOfStack ? stack.Id : "id-of-" + happened.Resource)}
        {Element("ResourceType", happened.IsOfStack ? "AWS::CloudFormation::Stack" : happened.Type)}
        {Element("ResourceStatus", happened.Status)}{Element("ResourceStatusReason", happened.Reason)}
        {Element("ClientRequestToken", happened.Token)}
        <Timestamp>{happened.Time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}</Timestamp></member>
        """;

    public static string Summary(FakeStack stack) =>
        $"<member>{Element("StackName", stack.Name)}{Element("StackId", stack.Id)}{Element("StackStatus", stack.Status)}</member>";

    public static string Element(string name, string text) => text.Length == 0 ? "" : $"<{name}>{WebUtility.HtmlEncode(text)}</{name}>";

    private static string Pairs(IReadOnlyDictionary<string, string> pairs, string key, string value) => string.Concat(
        pairs.Select(pair => $"<member>{Element(key, pair.Key)}<{value}>{WebUtility.HtmlEncode(pair.Value)}</{value}></member>"));
}
