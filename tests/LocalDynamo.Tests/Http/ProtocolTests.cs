using System.Globalization;

namespace LocalDynamo.Tests.Http;

public sealed class ProtocolTests
{
    private LocalTestServer _local = null!;
    private RawClient _raw = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _local = await LocalTestServer.StartAsync();
        _raw = new RawClient(_local.Server.Endpoint);
        await _local.CreateTableAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _raw.Dispose();
        await _local.DisposeAsync();
    }

    [Test]
    public async Task Answers_carry_request_id_checksum_and_content_type_and_no_server()
    {
        var answer = await _raw.CallAsync("ListTables", "{}");
        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(answer.Headers["x-amzn-RequestId"], Does.Match("^[A-Z0-9]{52}$"));
            Assert.That(answer.Headers["x-amz-crc32"], Is.EqualTo(Crc32Reference.Of(answer.Body).ToString(CultureInfo.InvariantCulture)));
            Assert.That(answer.Headers["Content-Type"], Is.EqualTo("application/x-amz-json-1.0"));
            Assert.That(answer.Headers, Does.Not.ContainKey("Server"));
        });
    }

    [Test]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < 100; i++) ids.Add((await _raw.CallAsync("ListTables", "{}")).Headers["x-amzn-RequestId"]);
        Assert.That(ids, Has.Count.EqualTo(100));
    }

    [TestCase(null, "com.amazon.coral.service#MissingAuthenticationTokenException")]
    [TestCase("Basic abc", "com.amazon.coral.service#MissingAuthenticationTokenException")]
    [TestCase("AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request", "com.amazon.coral.service#IncompleteSignatureException")]
    public async Task A_request_that_is_not_signed_is_refused(string? authorization, string type)
    {
        var answer = await _raw.SendAsync("DynamoDB_20120810.ListTables", "{}", authorization);
        Assert.That((answer.Status, answer.ErrorType), Is.EqualTo((400, type)));
    }

    [TestCase("DynamoDB_20120810.PartyTime")]
    [TestCase("DynamoDB_20111205.ListTables")]
    [TestCase(null)]
    public async Task An_unknown_operation_is_refused_by_name(string? target)
    {
        var answer = await _raw.SendAsync(target, "{}");
        Assert.That(answer.ErrorType, Is.EqualTo("com.amazon.coral.service#UnknownOperationException"));
        Assert.That(answer.Message, target is null ? Does.Contain("X-Amz-Target") : Does.Contain(target));
    }

    [TestCase("PutItem", """{"TableName": "items", "Item": {"pk": {"S": "a"}}, "Expected": {}}""", "Expected")]
    [TestCase("GetItem", """{"TableName": "items", "Key": {"pk": {"S": "a"}}, "AttributesToGet": ["a"]}""", "AttributesToGet")]
    [TestCase("Scan", """{"TableName": "items", "ScanFilter": {}}""", "ScanFilter")]
    [TestCase("CreateTable", """{"TableName": "new", "LocalSecondaryIndexes": []}""", "LocalSecondaryIndexes")]
    [TestCase("CreateTable", """{"TableName": "new", "StreamSpecification": {"StreamEnabled": true}}""", "StreamSpecification")]
    [TestCase("UpdateTable", """{"TableName": "items", "ReplicaUpdates": []}""", "ReplicaUpdates")]
    [TestCase("BatchWriteItem", """{"RequestItems": {"items": [{"PutRequest": {"Item": {"pk": {"S": "a"}}, "Priority": 1}}]}}""",
        "Priority")]
    [TestCase("DescribeTable", """{"TableName": "items", "Verbose": true}""", "Verbose")]
    public async Task A_parameter_that_is_not_supported_is_refused_by_name(string operation, string body, string parameter)
    {
        var answer = await _raw.CallAsync(operation, body);
        Assert.That(answer.ErrorType, Is.EqualTo("com.amazon.coral.validate#ValidationException"));
        Assert.That(answer.Message, Does.Contain($"does not support the parameter {parameter} of"));
    }

    [Test]
    public async Task A_parameter_that_is_null_counts_as_absent() =>
        Assert.That((await _raw.CallAsync("Scan", """{"TableName": "items", "ScanFilter": null, "Limit": null}""")).Status,
            Is.EqualTo(200));

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("5")]
    [TestCase("""{"TableName": 5}""")]
    [TestCase("""{"TableName": "items", "Item": "x"}""")]
    [TestCase("""{"TableName": "items", "Item": {"pk": "x"}}""")]
    [TestCase("""{"TableName": "items", "Item": {"pk": {"S": 5}}}""")]
    [TestCase("""{"TableName": "items", "Item": {"pk": {"S": "\ud800"}}}""")]
    [TestCase("""{"TableName": "items", "Item": {"pk": {"S": "a"}, "v": {"B": "@@"}}}""")]
    [TestCase("""{"TableName": "items", "Item": {"pk": {"S": "a"}, "v": {"BOOL": "true"}}}""")]
    [TestCase("""{"TableName": "items", "Item": {"pk": {"S": "a"}, "v": {"L": {}}}}""")]
    public async Task A_body_of_another_shape_is_a_serialization_error(string body)
    {
        var answer = await _raw.CallAsync("PutItem", body);
        Assert.That((answer.Status, answer.ErrorType), Is.EqualTo((400, "com.amazon.coral.service#SerializationException")), answer.Text);
    }

    [Test]
    public async Task Text_comes_back_whatever_it_holds()
    {
        const string item = """{"pk":{"S":"quote \" slash \\ / tab \t null \u0000 bell \u0007 é 😀 <&> \u2028"}}""";
        await _raw.CallAsync("PutItem", $$"""{"TableName":"items","Item":{{item}}}""");
        var answer = await _raw.CallAsync("GetItem", $$"""{"TableName":"items","Key":{{item}}}""");
        using var sent = System.Text.Json.JsonDocument.Parse(item);
        using var received = System.Text.Json.JsonDocument.Parse(answer.Body);
        Assert.That(
            received.RootElement.GetProperty("Item").GetProperty("pk").GetProperty("S").GetString(),
            Is.EqualTo(sent.RootElement.GetProperty("pk").GetProperty("S").GetString()));
    }

    [Test]
    public async Task The_region_is_that_of_the_credential_scope()
    {
        var answer = await _raw.CallAsync("CreateTable", """
            {"TableName": "regional", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
             "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "BillingMode": "PAY_PER_REQUEST"}
            """);
        Assert.That(answer.Text, Does.Contain("arn:aws:dynamodb:ap-south-1:000000000000:table/regional"));
    }

    [TestCase("/")]
    [TestCase("/health")]
    public async Task A_browser_is_told_who_is_here(string path)
    {
        using var response = await _raw.GetAsync(path);
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("healthy: LocalDynamo\n"));
    }
}
