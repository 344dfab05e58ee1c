using System.Text;
using StandIns.Authorization.Requests;

namespace StandIns.Tests.Authorization;

/// <summary>Requests need the permissions that AWS's service authorization reference names for them.</summary>
internal sealed class PermissionsTests
{
    private const string Account = "111122223333";
    private const string DynamoDb = $"arn:aws:dynamodb:eu-west-1:{Account}:table/";

    [TestCase("PutItem", """{"TableName":"t"}""", "dynamodb:PutItem " + DynamoDb + "t")]
    [TestCase("Query", """{"TableName":"t","IndexName":"i"}""", "dynamodb:Query " + DynamoDb + "t/index/i")]
    [TestCase("GetItem", """{"TableName":"arn:aws:dynamodb:eu-west-1:111122223333:table/u"}""", "dynamodb:GetItem " + DynamoDb + "u")]
    [TestCase("BatchWriteItem", """{"RequestItems":{"t":[],"u":[]}}""", "dynamodb:BatchWriteItem " + DynamoDb + "t", "dynamodb:BatchWriteItem " + DynamoDb + "u")]
    [TestCase("TransactWriteItems", """{"TransactItems":[{"Put":{"TableName":"t"}},{"ConditionCheck":{"TableName":"t"}},{"Put":{"TableName":"t"}}]}""",
        "dynamodb:PutItem " + DynamoDb + "t", "dynamodb:ConditionCheckItem " + DynamoDb + "t")]
    [TestCase("ListTagsOfResource", """{"ResourceArn":"arn:x"}""", "dynamodb:ListTagsOfResource arn:x")]
    public void Of_DynamoDB(string operation, string body, params string[] needed) => Assert.That(Of("dynamodb", operation, body), Is.EqualTo(needed));

    [TestCase("ssm", "GetParametersByPath", """{"Path":"/a/b"}""", "ssm:GetParametersByPath arn:aws:ssm:eu-west-1:111122223333:parameter/a/b")]
    [TestCase("ssm", "PutParameter", """{"Name":"/a"}""", "ssm:PutParameter arn:aws:ssm:eu-west-1:111122223333:parameter/a")]
    [TestCase("ecr", "GetAuthorizationToken", "{}", "ecr:GetAuthorizationToken *")]
    [TestCase("ecr", "DescribeImages", """{"repositoryName":"r/s"}""", "ecr:DescribeImages arn:aws:ecr:eu-west-1:111122223333:repository/r/s")]
    [TestCase("logs", "PutLogEvents", """{"logGroupName":"g","logStreamName":"a/b"}""",
        "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:g:log-stream:a/b")]
    [TestCase("ecs", "RunTask", """{"taskDefinition":"f:3"}""", "ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/f:3")]
    [TestCase("ecs", "StopTask", """{"cluster":"c","task":"1"}""", "ecs:StopTask arn:aws:ecs:eu-west-1:111122223333:task/c/1")]
    [TestCase("ecs", "DescribeTasks", """{"cluster":"c","tasks":["arn:t"]}""", "ecs:DescribeTasks arn:t")]
    [TestCase("ecs", "ListTasks", """{"cluster":"c"}""", "ecs:ListTasks *")]
    public void Of_the_JSON_services(string service, string operation, string body, string needed) =>
        Assert.That(Of(service, operation, body), Is.EqualTo(new[] { needed }));

    [TestCase("GET", "b.s3.eu-west-1.amazonaws.com", "/runs/1%20a", "s3:GetObject arn:aws:s3:::b/runs/1 a")]
    [TestCase("HEAD", "s3.eu-west-1.amazonaws.com", "/b/k", "s3:GetObject arn:aws:s3:::b/k")]
    [TestCase("PUT", "b.s3.eu-west-1.amazonaws.com", "/k?partNumber=1&uploadId=2", "s3:PutObject arn:aws:s3:::b/k")]
    [TestCase("GET", "b.s3.eu-west-1.amazonaws.com", "/?list-type=2&prefix=runs", "s3:ListBucket arn:aws:s3:::b")]
    [TestCase("GET", "s3.eu-west-1.amazonaws.com", "/b?versions", "s3:ListBucketVersions arn:aws:s3:::b")]
    [TestCase("DELETE", "b.s3.eu-west-1.amazonaws.com", "/k", "s3:DeleteObject arn:aws:s3:::b/k")]
    public void Of_S3(string method, string host, string target, string needed) =>
        Assert.That(Texts(Request("s3", method, target, "", ("Host", host))), Is.EqualTo(new[] { needed }));

    [Test]
    public void Of_S3_when_several_objects_are_deleted()
    {
        const string body = "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key><VersionId>1</VersionId></Object></Delete>";

        Assert.That(
            Texts(Request("s3", "POST", "/?delete", body, ("Host", "x.s3.eu-west-1.amazonaws.com"))),
            Is.EqualTo(new[] { "s3:DeleteObject arn:aws:s3:::x/a", "s3:DeleteObjectVersion arn:aws:s3:::x/b" }));
    }

    [TestCase("cloudformation", "Action=DescribeStacks&StackName=a", "cloudformation:DescribeStacks arn:aws:cloudformation:eu-west-1:111122223333:stack/a/*")]
    [TestCase("cloudformation", "Action=ListStacks", "cloudformation:ListStacks *")]
    [TestCase("ec2", "Action=RevokeSecurityGroupEgress&GroupId=sg-1", "ec2:RevokeSecurityGroupEgress arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1")]
    [TestCase("ec2", "Action=DescribeSubnets", "ec2:DescribeSubnets *")]
    [TestCase("monitoring", "Action=GetMetricData", "cloudwatch:GetMetricData *")]
    public void Of_the_Query_services(string service, string form, string needed) =>
        Assert.That(Texts(Request(service, "POST", "/", form)), Is.EqualTo(new[] { needed }));

    [Test]
    public void Anybody_may_ask_who_they_are() => Assert.That(Texts(Request("sts", "POST", "/", "Action=GetCallerIdentity")), Is.Empty);

    private static IEnumerable<string> Of(string service, string operation, string body) =>
        Texts(Request(service, "POST", "/", body, ("X-Amz-Target", "Service_1." + operation)));

    private static IEnumerable<string> Texts(ServiceRequest request) => new Permissions(Account).Of(request).Select(needed => $"{needed.Action} {needed.Resource}");

    private static ServiceRequest Request(string service, string method, string target, string body, params (string Name, string Value)[] headers)
    {
        var all = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        all["Authorization"] = $"AWS4-HMAC-SHA256 Credential=A/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0";
        return new ServiceRequest(method, target, all, Encoding.UTF8.GetBytes(body));
    }
}
