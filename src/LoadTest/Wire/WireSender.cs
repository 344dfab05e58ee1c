using System.Runtime.CompilerServices;
using System.Text.Json;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Operations;
using LoadTest.Wire.Http;
using LoadTest.Wire.Signing;

namespace LoadTest.Wire;

/// <summary>Sends a lane's requests over the lane's own connection. Allocates nothing for a request that is answered.</summary>
internal sealed class WireSender(WireConnection connection, RequestForms forms, IReadOnlyDictionary<OperationKind, IOperation> operations, RunClock clock)
    : IRequestSender
{
    private readonly IOperation[] _operations = [.. Enum.GetValues<OperationKind>().Select(kind => operations[kind])];
    private readonly RequestForm?[] _forms = new RequestForm?[operations.Count];
    private readonly RequestBuffer _buffer = new();
    private readonly RequestSigner _signer = new();
    private CancellationToken _abort;
    private CancellationTokenRegistration _abortion;

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(SharedPoolMethodBuilder<>))]
    public async ValueTask<Answer> SendAsync(PlannedRequest request, CancellationToken abort)
    {
        Follow(abort);
        var begun = clock.Now;
        var opened = await connection.EnsureOpenAsync(abort);
        if (opened != Category.Success) return new Answer { Category = opened, Attempts = 0, ServiceStart = begun, End = clock.Now };

        var operation = _operations[(int)request.Kind];
        var bytes = Write(operation, request);
        var start = clock.Now;
        var exchange = await connection.ExchangeAsync(bytes);
        var end = clock.Now;
        if (exchange != Exchange.Complete) return Answer.Of(operation, request, new Refusal(CategoryOf(exchange)), start, end);
        return Read(operation, request, start, end);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        _signer.Dispose();
        return _abortion.DisposeAsync();
    }

    private ReadOnlyMemory<byte> Write(IOperation operation, PlannedRequest request)
    {
        var now = forms.Clock.Now;
        var form = FormOf(operation, (int)request.Kind, now);
        _buffer.Begin(form.MostHeadBytes);
        operation.WriteBody(request, _buffer);
        return _signer.Sign(form, now, _buffer);
    }

    private RequestForm FormOf(IOperation operation, int kind, DateTimeOffset now)
    {
        var scope = forms.ScopeAt(now);
        ref var form = ref _forms[kind];
        if (form is null || !ReferenceEquals(form.Scope, scope)) form = forms.Make(scope, operation.Action);
        return form;
    }

    private Answer Read(IOperation operation, PlannedRequest request, long start, long end)
    {
        var response = connection.Response;
        if (response.Status != 200) return Answer.Of(operation, request, ErrorAnswer.Read(response.Status, response.Body), start, end);
        try
        {
            return Answer.Of(operation, operation.ReadBody(request, response.Body), start, end);
        }
        catch (JsonException)
        {
            return Answer.Of(operation, request, new Refusal(Category.Protocol), start, end);
        }
    }

    private static int CategoryOf(Exchange exchange) => exchange switch
    {
        Exchange.Garbled => Category.Protocol,
        Exchange.NoFirstByte => Category.TimeoutFirstByte,
        Exchange.NoLastByte => Category.TimeoutBody,
        Exchange.Aborted => Category.Cancelled,
        _ => Category.Reset,
    };

    // A run has one token for all its requests: it is registered with once, and not for each of them.
    private void Follow(CancellationToken abort)
    {
        if (abort == _abort) return;
        _abortion.Dispose();
        _abort = abort;
        _abortion = abort.UnsafeRegister(static state => ((WireConnection)state!).Abort(), connection);
    }
}
