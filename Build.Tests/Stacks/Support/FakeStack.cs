using System.Globalization;

namespace Build.Tests.Stacks.Support;

/// <summary>A stack of <see cref="FakeCloudFormation"/>. What is begun happens one event a look, so that a follower sees it happening.</summary>
internal sealed class FakeStack(string name)
{
    // A clock of its own, years away from the machine's.
    private DateTime _clock = new(2031, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    public string Name { get; } = name;

    public string Id { get; } = $"arn:aws:cloudformation:{FakeCloudFormation.Region}:{FakeCloudFormation.Account}:stack/{name}/{Guid.NewGuid()}";

    public string Status { get; set; } = "REVIEW_IN_PROGRESS";

    public string Reason { get; set; } = "";

    public string Template { get; set; } = "";

    public bool IsProtected { get; set; }

    public IReadOnlyDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Outputs { get; set; } = new Dictionary<string, string>();

    /// <summary>Its resources: types by logical names.</summary>
    public Dictionary<string, string> Resources { get; } = new() { ["Vpc"] = "AWS::EC2::VPC" };

    public List<FakeEvent> Events { get; } = [];

    /// <summary>What will happen, look by look.</summary>
    public Queue<FakeEvent> Ahead { get; } = new();

    /// <summary>What becomes of it once nothing is ahead.</summary>
    public Action? Afterwards { get; set; }

    /// <summary>Lets the next thing happen.</summary>
    public void Look()
    {
        if (!Ahead.TryDequeue(out var next)) return;
        Happen(next);
        if (Ahead.Count > 0) return;
        Afterwards?.Invoke();
        Afterwards = null;
    }

    /// <summary>Begins an operation.</summary>
    public void Begin(IEnumerable<FakeEvent> events, string token, Action? afterwards = null)
    {
        foreach (var happened in events) Ahead.Enqueue(happened with { Token = token });
        Afterwards = afterwards;
        Look();
    }

    public void Happen(FakeEvent happened)
    {
        _clock += TimeSpan.FromSeconds(7);
        Events.Add(happened with { Time = _clock, Id = string.Create(CultureInfo.InvariantCulture, $"{happened.Resource}-{Events.Count}") });
        if (happened.IsOfStack) (Status, Reason) = (happened.Status, happened.Reason);
    }
}
