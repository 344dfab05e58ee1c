using System.IO.Pipelines;
using LocalDynamo.Faults;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LocalDynamo.Http;

/// <summary>
/// Kestrel's application: takes each HTTP exchange from the body of the request to the last byte of the answer, faults included.
/// </summary>
internal sealed class DynamoApplication(OperationTable operations, FaultPlan faults, FaultCounts counts, TimeProvider time,
    CancellationToken stopping)
    : IHttpApplication<IFeatureCollection>
{
    private readonly ResponseBuffers _buffers = new();
    private readonly RequestIds _ids = new();

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var http = context.GetRequiredFeature<IHttpRequestFeature>();
        if (http.Method != "POST")
        {
            await HealthAnswer.WriteAsync(context);
            return;
        }

        string? target = http.Headers["X-Amz-Target"];
        var operation = operations.Find(target);
        var (fault, delay) = operation is { TouchesItems: true } ? faults.Next() : (Fault.None, TimeSpan.Zero);
        counts.Add(fault);
        var lifetime = context.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        if (fault is Fault.Hang) delay = Timeout.InfiniteTimeSpan;
        if (delay != TimeSpan.Zero && !await WaitAsync(delay, lifetime)) return;
        if (fault is Fault.DropBefore)
        {
            lifetime.Abort();
            return;
        }

        var body = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        var read = await ReadAllAsync(body);
        var buffer = _buffers.Rent();
        try
        {
            var status = RequestHandler.Answer(operation, target, http.Headers.Authorization, read.Buffer, fault, buffer);
            body.AdvanceTo(read.Buffer.End);
            if (fault is Fault.DropAfter) lifetime.Abort();
            else await WriteAsync(context, status, buffer.Written, fault, lifetime);
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    private static async ValueTask<ReadResult> ReadAllAsync(PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync();
            if (read.IsCompleted) return read;
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private async Task WriteAsync(
        IFeatureCollection context, int status, ReadOnlyMemory<byte> body, Fault fault, IHttpRequestLifetimeFeature lifetime)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = status;
        response.Headers.ContentType = "application/x-amz-json-1.0";
        response.Headers.ContentLength = body.Length;
        response.Headers["x-amzn-RequestId"] = _ids.Next();
        response.Headers["x-amz-crc32"] = Crc32.Of(body.Span).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var writer = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        if (fault is Fault.SlowBody) await DribbleAsync(writer, body, lifetime);
        else await writer.WriteAsync(body);
    }

    private async Task DribbleAsync(PipeWriter writer, ReadOnlyMemory<byte> body, IHttpRequestLifetimeFeature lifetime)
    {
        const int pieces = 16;
        var pause = TimeSpan.FromMilliseconds(50);
        for (var piece = 0; piece < pieces; piece++)
        {
            var (start, end) = (body.Length * piece / pieces, body.Length * (piece + 1) / pieces);
            await writer.WriteAsync(body[start..end]);
            if (!await WaitAsync(pause, lifetime)) return;
        }
    }

    // False when the client left, or the server is about to: there is nobody to answer.
    private async ValueTask<bool> WaitAsync(TimeSpan delay, IHttpRequestLifetimeFeature lifetime)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.RequestAborted, stopping);
        try
        {
            await Task.Delay(delay, time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            lifetime.Abort();
            return false;
        }
    }
}
