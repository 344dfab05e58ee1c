using Amazon.Runtime;

namespace LoadTest.Wire.Signing;

/// <summary>
/// Keeps the credentials fresh, in the background, so that no request ever waits for them: they are asked for again every half minute, and
/// those that expire are renewed five minutes before they do. While renewing fails, the last ones are used on. Safe for all threads.
/// </summary>
public sealed class CredentialKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromMinutes(5);

    private readonly AWSCredentials _source;
    private readonly string _region;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _keeping;
    private readonly PeriodicTimer _timer;
    private ImmutableCredentials _credentials;
    private SigningScope _scope;

    private CredentialKeeper(AWSCredentials source, ImmutableCredentials credentials, string region, TimeProvider time)
    {
        _source = source;
        _region = region;
        _timer = new PeriodicTimer(Period, time);
        _credentials = credentials;
        _scope = new SigningScope(credentials, region, DayOf(time.GetUtcNow()));
        _keeping = Task.Run(KeepAsync);
    }

    /// <summary>How many times asking for the credentials failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Gets the first credentials, and begins to keep them.</summary>
    /// <exception cref="AmazonClientException">There are none.</exception>
    public static async Task<CredentialKeeper> StartAsync(AWSCredentials source, string region, TimeProvider time)
    {
        if (source is RefreshingAWSCredentials refreshing && refreshing.PreemptExpiryTime < RenewedBefore) refreshing.PreemptExpiryTime = RenewedBefore;
        return new CredentialKeeper(source, await source.GetCredentialsAsync(), region, time);
    }

    /// <summary>Who signs at a time, with the day's key.</summary>
    public SigningScope ScopeAt(DateTimeOffset now)
    {
        var scope = Volatile.Read(ref _scope);
        var credentials = Volatile.Read(ref _credentials);
        var day = DayOf(now);
        if (scope.Day == day && ReferenceEquals(scope.Credentials, credentials)) return scope;
        // Lanes that come here at once make the same key; one of them stays.
        scope = new SigningScope(credentials, _region, day);
        Volatile.Write(ref _scope, scope);
        return scope;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keeping;
        _timer.Dispose();
        _end.Dispose();
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private async Task KeepAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(_end.Token)) await RenewAsync();
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            var renewed = await _source.GetCredentialsAsync().WaitAsync(_end.Token);
            if (renewed.AccessKey != _credentials.AccessKey || renewed.SecretKey != _credentials.SecretKey || renewed.Token != _credentials.Token)
                Volatile.Write(ref _credentials, renewed);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            Failures++;
        }
    }
}
