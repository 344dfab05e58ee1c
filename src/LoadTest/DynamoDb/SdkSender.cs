using Amazon.DynamoDBv2;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>Sends requests through the official client, whose own retries are off: an attempt is an operation.</summary>
public sealed class SdkSender(
    IAmazonDynamoDB client, IReadOnlyDictionary<OperationKind, IOperation> operations, RunClock clock, TimeSpan requestTimeout) : IRequestSender
{
    /// <inheritdoc/>
    public async ValueTask<Answer> SendAsync(PlannedRequest request, CancellationToken abort)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(abort);
        timeout.CancelAfter(requestTimeout);
        var operation = operations[request.Kind];
        var start = clock.Now;
        try
        {
            // Cancelled while it reads a slow body, the client has been seen to take over a minute to return: it is not waited for.
            var answer = await operation.SendAsync(client, request, timeout.Token).WaitAsync(timeout.Token);
            return Answer.Of(operation, answer, start, clock.Now);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var end = clock.Now;
            return Answer.Of(operation, request, new Refusal(FailureClassifier.CategoryOf(failure, abort), FailureClassifier.ActionsOf(failure)), start, end);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
