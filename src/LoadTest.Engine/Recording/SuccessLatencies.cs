using HdrHistogram;

namespace LoadTest.Engine.Recording;

/// <summary>The latencies of all operations that did what the plan asked for, of one interval after another.</summary>
internal sealed class SuccessLatencies
{
    private readonly HistogramBase _response = LatencyRecorder.NewHistogram();
    private readonly HistogramBase _service = LatencyRecorder.NewHistogram();

    /// <summary>Those of an interval, whatever the operation; valid until the next call, and as long as the operations' own.</summary>
    public LatencyInterval Of(IEnumerable<OperationInterval> operations)
    {
        LatencyInterval[] successes = [.. operations.Select(operation => operation.SuccessLatencies).OfType<LatencyInterval>()];
        // Most loads have one operation: there is nothing to add.
        if (successes is [var only]) return only;
        _response.Reset();
        _service.Reset();
        foreach (var success in successes)
        {
            _response.Add(success.Response);
            _service.Add(success.Service);
        }

        return new LatencyInterval(_response, _service);
    }
}
