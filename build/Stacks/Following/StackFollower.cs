using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Build.Output;
using Build.Stacks.Calls;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Following;

/// <summary>Shows what happens to a stack until nothing goes on any more. There is no time limit: a line says what is waited for.</summary>
public sealed class StackFollower(StackCalls calls, Screen screen, TimeProvider time, Pace pace)
{
    private const int MostFailures = 30;

    /// <summary>Follows what was just begun.</summary>
    /// <param name="part">What the stack is called in the lines.</param>
    /// <param name="stackId">Its ARN.</param>
    /// <param name="after">The newest event before it was begun; null where there was none.</param>
    /// <param name="cancel">Ends the following; in AWS the operation goes on.</param>
    public Task<Followed> FollowAsync(string part, string stackId, string? after, CancellationToken cancel) =>
        FollowAsync(new EventLines(part), part, stackId, after, [], cancel);

    /// <summary>Follows what was begun elsewhere, or by a run of this automation that was stopped; what happened so far is shown first.</summary>
    public async Task<Followed> ResumeAsync(string part, DeployedStack stack, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stack);
        var all = await calls.EventsAsync(stack.Id, after: null, cancel);
        var soFar = StackOperation.Last(all);
        screen.Line(StackOperation.IsOurs(soFar)
            ? $"{stack.Name} is {stack.Status.Value}: an earlier deployment goes on; following it"
            : $"{stack.Name} is {stack.Status.Value}: someone else is changing it; waiting until that is done");
        var lines = new EventLines(part);
        Show(lines, soFar);
        return await FollowAsync(lines, part, stack.Id, all.Count > 0 ? all[^1].EventId : null, [.. soFar], cancel);
    }

    private async Task<Followed> FollowAsync(
        EventLines lines, string part, string stackId, string? after, List<StackEvent> events, CancellationToken cancel)
    {
        var (pause, failures, shown) = (pace.First, 0, time.GetTimestamp());
        var began = shown;
        while (true)
        {
            try
            {
                // The status first: what it says is over has all its events behind it.
                var stack = await calls.FindAsync(stackId, cancel);
                var fresh = await calls.EventsAsync(stackId, after, cancel);
                (after, failures) = (fresh.Count > 0 ? fresh[^1].EventId : after, 0);
                events.AddRange(fresh);
                if (Show(lines, fresh)) (shown, pause) = (time.GetTimestamp(), pace.First);
                if (stack is null || (stack.Phase is not (StackPhase.Busy or StackPhase.InReview) && StackOperation.IsOver(events)))
                    return new Followed(stack, events);
                if (time.GetElapsedTime(shown) >= pace.Heartbeat)
                {
                    screen.Line(Heartbeat(lines, part, stack, time.GetElapsedTime(began)));
                    shown = time.GetTimestamp();
                }
            }
            catch (ProblemException problem) when (IsOfTheWay(problem) && ++failures < MostFailures)
            {
                screen.Line($"  {part}: CloudFormation cannot be reached; the work goes on in AWS; asking again in {Durations.Text(pause)}");
            }

            await Task.Delay(pause, time, cancel);
            pause = pace.After(pause);
        }
    }

    private static string Heartbeat(EventLines lines, string part, DeployedStack stack, TimeSpan elapsed)
    {
        var waiting = string.Join(", ", lines.Waiting);
        return $"  {part,-10} still {stack.Status.Value} after {Durations.Text(elapsed)}{(waiting.Length > 0 ? ", waiting for " + waiting : "")}";
    }

    private bool Show(EventLines lines, IReadOnlyList<StackEvent> events)
    {
        foreach (var line in events.Select(lines.Of).OfType<string>()) screen.Line(line);
        return events.Count > 0;
    }

    // A network that is away for a moment, or a service that has a bad one.
    private static bool IsOfTheWay(ProblemException problem) => problem.InnerException is
        HttpRequestException or AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError }
        or AmazonClientException { InnerException: HttpRequestException };
}
