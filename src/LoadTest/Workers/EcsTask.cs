using System.Text.Json;
using LoadTest.Configuration.Problems;

namespace LoadTest.Workers;

/// <summary>The task of ECS that this program runs in, as the metadata endpoint of its container tells it.</summary>
public sealed class EcsTask
{
    private const string AddressVariable = "ECS_CONTAINER_METADATA_URI_V4";
    private const int Tries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly string _address;

    private EcsTask(string address) => _address = address;

    /// <summary>The task, or null outside ECS.</summary>
    public static EcsTask? Current =>
        Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } address ? new EcsTask(address) : null;

    /// <summary>The task's ARN.</summary>
    /// <exception cref="ProblemException">The endpoint does not answer, or not with an ARN.</exception>
    public async Task<string> ArnAsync(TimeProvider time, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = Patience };
        for (var left = Tries - 1; ; left--)
        {
            try
            {
                await using var answer = await http.GetStreamAsync(new Uri(_address.TrimEnd('/') + "/task"), stop);
                using var json = await JsonDocument.ParseAsync(answer, cancellationToken: stop);
                return json.RootElement.GetProperty("TaskARN").GetString() ?? throw new KeyNotFoundException("TaskARN is null");
            }
            catch (Exception failure) when (!stop.IsCancellationRequested && IsAnswerOf(failure))
            {
                if (left == 0) throw Unknown(failure);
                await Task.Delay(Pause, time, stop);
            }
        }
    }

    private static bool IsAnswerOf(Exception failure) =>
        failure is HttpRequestException or OperationCanceledException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException;

    private ProblemException Unknown(Exception failure) => new(
        new Problem(
            ErrorCodes.TaskUnknown, $"cannot ask {_address}/task which task this is: {failure.Message}", AddressVariable,
            "run several tasks by RunLoadTest with --tasks; one alone needs no --tasks"),
        failure);
}
