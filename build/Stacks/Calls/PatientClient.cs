using Amazon.CloudFormation;
using Amazon.Runtime;
using Build.Errors;
using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Calls;

/// <summary>
/// Asks CloudFormation, and asks again where it only says that calls come too fast: the client's own retries last seconds, and several
/// deployments in one account can use up each other's allowance for minutes. Each wait is shown.
/// </summary>
/// <param name="connect">Gives the client.</param>
/// <param name="explain">What a failure means: the exception, what was being done, and the problem to throw instead.</param>
/// <param name="screen">For the lines about waiting.</param>
/// <param name="time">The clock of the waits.</param>
/// <param name="pace">How long to wait.</param>
public sealed class PatientClient(
    Func<CancellationToken, Task<IAmazonCloudFormation>> connect,
    Func<Exception, string, Task<ProblemException>> explain,
    Screen screen,
    TimeProvider time,
    Pace pace)
{
    private const int MostTries = 20;

    /// <summary>One call.</summary>
    /// <param name="doing">What is being done, to follow "cannot".</param>
    /// <param name="call">The call; it must be one that can be repeated.</param>
    /// <param name="cancel">Ends the waits.</param>
    /// <exception cref="ProblemException">It was refused; the inner exception is the client's.</exception>
    public async Task<T> AskAsync<T>(string doing, Func<IAmazonCloudFormation, Task<T>> call, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(call);
        var client = await connect(cancel);
        var pause = pace.First;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call(client);
            }
            catch (AmazonServiceException refused) when (ServiceErrors.KindOf(refused) == ServiceErrorKind.Throttled && tries < MostTries)
            {
                screen.Line($"waiting {Durations.Text(pause)} to {doing}: CloudFormation limits the rate of calls ({refused.ErrorCode})");
            }
            catch (Exception failure) when (failure is not (ProblemException or OperationCanceledException))
            {
                throw await explain(failure, doing);
            }

            await Task.Delay(pause, time, cancel);
            pause = pace.After(pause);
        }
    }
}
