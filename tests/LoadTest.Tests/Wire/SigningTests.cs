using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Operations;
using LoadTest.Wire.Http;
using LoadTest.Wire.Signing;

namespace LoadTest.Tests.Wire;

public sealed class SigningTests
{
    private static readonly Uri Endpoint = new("https://dynamodb.eu-central-1.amazonaws.com/");

    [TestCase(null, TestName = "Ten_thousand_items_have_the_signatures_of_the_official_client")]
    [TestCase("a/session+token==", TestName = "Ten_thousand_items_have_the_signatures_of_the_official_client_with_a_session_token")]
    public void Signatures_are_those_of_the_official_client(string? token)
    {
        var credentials = new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token);
        using var signer = new RequestSigner();
        var buffer = new RequestBuffer();
        var random = new Random(4711);
        for (var i = 0; i < 10_000; i++)
        {
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(86_400 * 365));
            var body = new byte[random.Next(1, 3000)];
            random.NextBytes(body);
            var form = new RequestForm(
                new SigningScope(credentials, "eu-central-1", DateOnly.FromDateTime(now.UtcDateTime)), Endpoint, i % 2 == 0 ? "PutItem" : "GetItem", "agent");
            buffer.Begin(form.MostHeadBytes);
            System.Buffers.BuffersExtensions.Write(buffer, body);
            var ours = Authorization(signer.Sign(form, now, buffer));
            Assert.That(ours, Is.EqualTo(OfficialAuthorization(credentials, i % 2 == 0 ? "PutItem" : "GetItem", body, now)));
        }
    }

    [TestCase("http://localhost:8000/")]
    [TestCase("http://localhost:8000/base/")]
    [TestCase("https://[::1]:8443/")]
    public void Any_endpoint_is_signed_as_the_official_client_does(string endpoint)
    {
        var credentials = new ImmutableCredentials("AKID", "secret", null);
        var now = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);
        var form = new RequestForm(new SigningScope(credentials, "eu-central-1", new DateOnly(2026, 5, 6)), new Uri(endpoint), "PutItem", "agent");
        using var signer = new RequestSigner();
        var buffer = new RequestBuffer();
        buffer.Begin(form.MostHeadBytes);
        System.Buffers.BuffersExtensions.Write(buffer, "{}"u8);
        Assert.That(Authorization(signer.Sign(form, now, buffer)), Is.EqualTo(OfficialAuthorization(credentials, "PutItem", "{}"u8.ToArray(), now, new Uri(endpoint))));
    }

    [TestCase(OperationKind.Put, false)]
    [TestCase(OperationKind.Put, true)]
    [TestCase(OperationKind.Get, false)]
    public void A_body_says_what_the_official_client_says(OperationKind kind, bool isDuplicate)
    {
        for (var ordinal = 0L; ordinal < 200; ordinal++)
        {
            var request = new PlannedRequest(kind, ordinal % 3 == 0 ? Phase.WarmUp : Phase.Measured, ordinal * 7919, isDuplicate);
            var buffer = new RequestBuffer();
            buffer.Begin(16);
            WireLab.Operations()[kind].WriteBody(request, buffer);
            var ours = JsonNode.Parse(buffer.Body)!;
            Assert.That(JsonNode.DeepEquals(ours, OfficialBody(request)), Is.True, Encoding.UTF8.GetString(buffer.Body));
        }
    }

    private static string Authorization(ReadOnlyMemory<byte> request)
    {
        var text = Encoding.Latin1.GetString(request.Span);
        var start = text.IndexOf("authorization: ", StringComparison.Ordinal) + "authorization: ".Length;
        return text[start..text.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }

    private static string OfficialAuthorization(ImmutableCredentials credentials, string operation, byte[] body, DateTimeOffset now, Uri? endpoint = null)
    {
        var request = new DefaultRequest(new PutItemRequest(), "Amazon.DynamoDBv2")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Endpoint = endpoint ?? Endpoint,
            Content = body,
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Headers["X-Amz-Target"] = "DynamoDB_20120810." + operation;
        if (credentials.UseToken) request.Headers["X-Amz-Security-Token"] = credentials.Token;
        var config = new AmazonDynamoDBConfig { ServiceURL = (endpoint ?? Endpoint).ToString(), AuthenticationRegion = "eu-central-1" };
        return new AWS4Signer().SignRequest(request, config, new RequestMetrics(), credentials.AccessKey, credentials.SecretKey, now.UtcDateTime).ForAuthorizationHeader;
    }

    private static JsonNode OfficialBody(PlannedRequest planned)
    {
        var key = WireLab.Items.Key(planned.Phase, planned.Ordinal);
        IRequest request = planned.Kind == OperationKind.Get
            ? GetItemRequestMarshaller.Instance.Marshall(new GetItemRequest
            {
                TableName = "items",
                Key = new Dictionary<string, AttributeValue> { ["pk"] = new() { S = key } },
                ConsistentRead = true,
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            })
            : PutItemRequestMarshaller.Instance.Marshall(new PutItemRequest
            {
                TableName = "items",
                Item = new Dictionary<string, AttributeValue>
                {
                    ["pk"] = new() { S = key },
                    ["payload"] = new() { S = WireLab.Items.Payload(planned.Ordinal) },
                    ["timestamp"] = new() { N = WireLab.Items.Timestamp },
                },
                ConditionExpression = planned.IsDuplicate ? "attribute_not_exists(pk)" : null,
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            });
        return JsonNode.Parse(ReadAll(request))!;
    }

    private static byte[] ReadAll(IRequest request)
    {
        if (request.Content is { Length: > 0 } content) return content;
        using var copy = new MemoryStream();
        request.ContentStream.CopyTo(copy);
        return copy.ToArray();
    }
}
