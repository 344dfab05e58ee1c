using StandIns.Wire;

namespace Build.Tests.Stacks.Support;

/// <summary>Tables, buckets and images, as far as a look at them needs it; what is deleted for real is deleted on moto.</summary>
internal static class FakeStores
{
    /// <summary>Lays out a table; without tags it is someone else's.</summary>
    public static void GivenTable(WireServer server, bool isProtected = false, bool isOurs = true)
    {
        var isThere = true;
        server.Given("dynamodb", "DescribeTable", _ => isThere
            ? WireAnswer.Json($$$"""{"Table": {"TableName": "t", "TableArn": "arn:aws:dynamodb:eu-central-1:123456789012:table/t", "ItemCount": 42, "DeletionProtectionEnabled": {{{(isProtected ? "true" : "false")}}}}}""")
            : WireAnswer.JsonError("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "not found"));
        server.Given("dynamodb", "ListTagsOfResource", WireAnswer.Json(isOurs
            ? """{"Tags": [{"Key": "Project", "Value": "dynamodb-load-test"}, {"Key": "Environment", "Value": "dev"}]}"""
            : """{"Tags": []}"""));
        server.Given("dynamodb", "DeleteTable", _ =>
        {
            isThere = false;
            return WireAnswer.Json("{}");
        });
    }

    /// <summary>Lays out that there is no table.</summary>
    public static void GivenNoTable(WireServer server) => server.Given(
        "dynamodb", "DescribeTable", WireAnswer.JsonError("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "not found"));

    /// <summary>Lays out buckets of these names, all with the tags of an environment.</summary>
    public static void GivenBuckets(WireServer server, string environment, params string[] names)
    {
        var buckets = string.Concat(names.Select(name => $"<Bucket><Name>{name}</Name><CreationDate>2031-05-06T07:08:09.000Z</CreationDate></Bucket>"));
        server.Given("s3", "GET /", new WireAnswer(200, "application/xml", $"<ListAllMyBucketsResult><Buckets>{buckets}</Buckets></ListAllMyBucketsResult>"));
        foreach (var name in names)
        {
            var tags = new WireAnswer(200, "application/xml", $"<Tagging><TagSet><Tag><Key>Project</Key><Value>dynamodb-load-test</Value></Tag><Tag><Key>Environment</Key><Value>{environment}</Value></Tag></TagSet></Tagging>");
            server.Given("s3", $"GET /{name}", tags).Given("s3", $"GET /{name}/", tags);
        }
    }

    /// <summary>Lays out the results of one run that has ended, in the bucket of the deployed load test.</summary>
    public static void GivenRun(WireServer server, string id)
    {
        const string bucket = "/results-of-lt-dev-loadtest";
        var list = new WireAnswer(200, "application/xml", $"<ListBucketResult><IsTruncated>false</IsTruncated><CommonPrefixes><Prefix>runs/{id}/</Prefix></CommonPrefixes></ListBucketResult>");
        var manifest = WireAnswer.Json($$"""{"version": 1, "runId": "{{id}}", "createdAt": "2031-05-06T08:00:00.000Z", "tasks": 2, "exitCode": 3, "flags": ["--rate=5"]}""");
        server.Given("s3", $"GET {bucket}", list).Given("s3", $"GET {bucket}/", list).Given("s3", $"GET {bucket}/runs/{id}/manifest.json", manifest);
    }

    /// <summary>Lays out images; they go when they are deleted.</summary>
    public static void GivenImages(WireServer server, params string[] digests)
    {
        var images = digests.ToList();
        server.Given("ecr", "ListImages", _ => WireAnswer.Json($$"""{"imageIds": [{{Ids(images)}}]}"""));
        server.Given("ecr", "DescribeImages", _ => WireAnswer.Json($$"""{"imageDetails": [{{string.Join(',', images.Select(Detail))}}]}"""));
        server.Given("ecr", "BatchDeleteImage", _ =>
        {
            var deleted = Ids(images);
            images.Clear();
            return WireAnswer.Json($$"""{"imageIds": [{{deleted}}], "failures": []}""");
        });
    }

    private static string Detail(string image) => $$"""{"imageDigest": "{{image}}", "imageSizeInBytes": 60000000}""";

    private static string Ids(IEnumerable<string> images) => string.Join(',', images.Select(image => $$"""{"imageDigest": "{{image}}"}"""));
}
