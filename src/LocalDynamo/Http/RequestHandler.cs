using System.Buffers;
using System.Text.Json;
using LocalDynamo.Faults;
using LocalDynamo.Operations;

namespace LocalDynamo.Http;

/// <summary>Turns a request body into an answer: checks form, parses, carries out, and says what went wrong. Thread-safe.</summary>
internal static class RequestHandler
{
    // Documents nest 32 levels, each of which takes two levels of JSON; the rest is the request around them.
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 100 };

    /// <summary>Writes the answer into <paramref name="buffer"/> and returns its HTTP status.</summary>
    public static int Answer(Operation? operation, string? target, string? authorization, ReadOnlySequence<byte> body, Fault fault,
        ResponseBuffer buffer)
    {
        try
        {
            if (operation is null) throw Unknown(target);
            var region = RequestSignature.RegionOf(authorization);
            operation.Count();
            if (fault is Fault.ServerError) throw ServerError();
            if (fault is Fault.Unavailable) throw Unavailable();
            using var document = JsonDocument.Parse(body, JsonOptions);
            operation.Execute(new Request(new Parameters(document.RootElement), region, fault), buffer.Json);
            buffer.Json.Flush();
            return 200;
        }
        catch (DynamoException error)
        {
            return WriteError(error, buffer);
        }
        catch (JsonException)
        {
            return WriteError(DynamoException.Serialization("The request body is not valid JSON"), buffer);
        }
        catch (Exception bug)
        {
            // Nothing else is meant to happen. Whoever meets it shall read what it was, and not find an empty answer.
            return WriteError(new DynamoException("InternalServerError", $"LocalDynamo failed: {bug}", 500), buffer);
        }
    }

    private static int WriteError(DynamoException error, ResponseBuffer buffer)
    {
        buffer.Clear();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteString("__type"u8, error.WireType);
        if (error.Message.Length > 0) json.WriteString("message"u8, error.Message);
        error.WriteDetails(json);
        json.WriteEndObject();
        json.Flush();
        return error.Status;
    }

    private static DynamoException Unknown(string? target) => new(
        "UnknownOperationException",
        string.IsNullOrEmpty(target) ? "The request has no X-Amz-Target header" : $"LocalDynamo does not support the operation {target}",
        prefix: DynamoException.CoralPrefix);

    private static DynamoException ServerError() => new(
        "InternalServerError", "The request processing has failed because of an unknown error, exception or failure.", 500);

    private static DynamoException Unavailable() =>
        new("ServiceUnavailable", "The service is temporarily unavailable. Please try again.", 503);
}
