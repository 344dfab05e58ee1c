using System.Collections.Concurrent;
using System.Globalization;
using StandIns.Wire;

namespace Build.Tests.Stacks.Support;

/// <summary>
/// CloudFormation's wire protocol over stacks in memory: change sets, events, rollbacks, protection, deletion. What a stack gives as
/// outputs is laid out by the test. It checks no template.
/// </summary>
internal sealed class FakeCloudFormation : IAsyncDisposable
{
    public const string Region = "eu-central-1";
    public const string Account = "123456789012";
    private const string Service = "cloudformation";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FakeStack> _stacks = [];
    private readonly List<FakeStack> _gone = [];
    private readonly Dictionary<string, FakeChangeSet> _changeSets = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<WireAnswer>> _first = new();
    private readonly Dictionary<string, FakeEvent[]> _courses = [];
    private readonly Dictionary<string, string> _changes = [];
    private readonly Dictionary<string, string> _failures = [];
    private bool _pending;

    public FakeCloudFormation()
    {
        On("DescribeStacks", form => Described(form["StackName"]));
        On("DescribeStackEvents", Events);
        On("GetTemplate", form => WireAnswer.Xml("GetTemplate", FakeXml.Element("TemplateBody", _stacks[form["StackName"]].Template)));
        On("ListStacks", _ => WireAnswer.Xml("ListStacks", $"<StackSummaries>{string.Concat(_stacks.Values.Select(FakeXml.Summary))}</StackSummaries>"));
        On("DescribeStackResources", Resources);
        On("ValidateTemplate", _ => WireAnswer.Xml("ValidateTemplate"));
        On("CreateChangeSet", Create);
        On("DescribeChangeSet", Describe);
        On("ExecuteChangeSet", Execute);
        On("DeleteChangeSet", form => _changeSets.Remove(form["ChangeSetName"]) ? WireAnswer.Xml("DeleteChangeSet") : NotFound());
        On("DeleteStack", Delete);
        On("ContinueUpdateRollback", form => Done("ContinueUpdateRollback", () => Find(form["StackName"])!.Begin(Course(
            "continue " + Find(form["StackName"])!.Name, "UPDATE_ROLLBACK"), form.GetValueOrDefault("ClientRequestToken", ""))));
    }

    public WireServer Server { get; } = new();

    /// <summary>What a stack of this name gives once it is deployed.</summary>
    public Func<string, IReadOnlyDictionary<string, string>> OutputsOf { get; set; } = _ => new Dictionary<string, string>();

    /// <summary>The stacks that are there.</summary>
    public IReadOnlyList<FakeStack> Stacks
    {
        get
        {
            lock (_lock) return [.. _stacks.Values];
        }
    }

    /// <summary>The names of the change sets that are there.</summary>
    public IReadOnlyList<string> ChangeSets
    {
        get
        {
            lock (_lock) return [.. _changeSets.Keys];
        }
    }

    /// <summary>How often an operation was asked for.</summary>
    public int Count(string action) => Server.Of(Service, action).Count;

    /// <summary>Lays out a stack.</summary>
    public FakeStack Given(string name, string status, params FakeEvent[] events)
    {
        var stack = new FakeStack(name);
        foreach (var happened in events) stack.Happen(happened);
        stack.Status = status;
        lock (_lock) return _stacks[name] = stack;
    }

    /// <summary>Lays out how the next operation on a stack goes; "continue NAME" for the continuing of a rollback, "delete NAME" for a deletion.</summary>
    public void GivenCourse(string name, params FakeEvent[] events) => _courses[name] = events;

    /// <summary>Lays out the changes (as XML) of the next change sets of a stack.</summary>
    public void GivenChanges(string name, params string[] changes) => _changes[name] = string.Concat(changes.Select(change => $"<member><Type>Resource</Type><ResourceChange>{change}</ResourceChange></member>"));

    /// <summary>Lets the change sets of a stack fail.</summary>
    public void GivenFailure(string name, string reason) => _failures[name] = reason;

    /// <summary>Lets change sets never be ready.</summary>
    public void GivenPending() => _pending = true;

    /// <summary>Lays out answers that come before those of the stacks in memory.</summary>
    public void GivenFirst(string action, params WireAnswer[] answers) => _first[action] = new ConcurrentQueue<WireAnswer>(answers);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private void On(string action, Func<IReadOnlyDictionary<string, string>, WireAnswer> answer) => Server.Given(Service, action, request =>
    {
        if (_first.TryGetValue(action, out var first) && first.TryDequeue(out var given)) return given;
        lock (_lock) return answer(request.Form);
    });

    private FakeStack? Find(string nameOrId) =>
        _stacks.GetValueOrDefault(nameOrId) ?? _stacks.Values.Concat(_gone).FirstOrDefault(stack => stack.Id == nameOrId);

    private WireAnswer Described(string name)
    {
        if (Find(name) is not { } stack) return Missing(name);
        stack.Look();
        return WireAnswer.Xml("DescribeStacks", $"<Stacks>{FakeXml.Of(stack)}</Stacks>");
    }

    private WireAnswer Events(IReadOnlyDictionary<string, string> form)
    {
        if (Find(form["StackName"]) is not { } stack) return Missing(form["StackName"]);
        var events = Enumerable.Reverse(stack.Events).ToList();

        // Pages of three: a reader that takes only the first one misses something.
        var from = int.Parse(form.GetValueOrDefault("NextToken", "0"), CultureInfo.InvariantCulture);
        var next = from + 3 < events.Count ? FakeXml.Element("NextToken", (from + 3).ToString(CultureInfo.InvariantCulture)) : "";
        return WireAnswer.Xml(
            "DescribeStackEvents", $"<StackEvents>{string.Concat(events.Skip(from).Take(3).Select(happened => FakeXml.Of(stack, happened)))}</StackEvents>{next}");
    }

    private WireAnswer Resources(IReadOnlyDictionary<string, string> form)
    {
        if (Find(form["StackName"]) is not { } stack) return Missing(form["StackName"]);
        var resources = string.Concat(stack.Resources.Select(resource => $"<member>{FakeXml.Element("LogicalResourceId", resource.Key)}{FakeXml.Element("PhysicalResourceId", "id-of-" + resource.Key)}{FakeXml.Element("ResourceType", resource.Value)}<ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>"));
        return WireAnswer.Xml("DescribeStackResources", $"<StackResources>{resources}</StackResources>");
    }

    private WireAnswer Create(IReadOnlyDictionary<string, string> form)
    {
        var name = form["StackName"];
        var isCreation = form["ChangeSetType"] == "CREATE";
        if (!isCreation && Find(name) is null) return Missing(name);
        if (isCreation && !_stacks.ContainsKey(name)) (_stacks[name] = new FakeStack(name)).Happen(FakeEvent.Stack("REVIEW_IN_PROGRESS", "User Initiated"));
        var stack = _stacks[name];
        var id = $"arn:aws:cloudformation:{Region}:{Account}:changeSet/{form["ChangeSetName"]}/{Guid.NewGuid()}";
        _changeSets[id] = new FakeChangeSet(id, stack, form["TemplateBody"], Parameters(form), isCreation) { Failure = _failures.GetValueOrDefault(name) };
        return WireAnswer.Xml("CreateChangeSet", FakeXml.Element("Id", id) + FakeXml.Element("StackId", stack.Id));
    }

    private WireAnswer Describe(IReadOnlyDictionary<string, string> form)
    {
        if (!_changeSets.TryGetValue(form["ChangeSetName"], out var set)) return NotFound();
        if (_pending) return WireAnswer.Xml("DescribeChangeSet", "<Status>CREATE_IN_PROGRESS</Status>");
        if (set.Failure is not null) return WireAnswer.Xml("DescribeChangeSet", $"<Status>FAILED</Status><ExecutionStatus>UNAVAILABLE</ExecutionStatus>{FakeXml.Element("StatusReason", set.Failure)}");
        var changes = _changes.GetValueOrDefault(set.Stack.Name, "<member><ResourceChange><Action>Add</Action><LogicalResourceId>Vpc</LogicalResourceId><ResourceType>AWS::EC2::VPC</ResourceType></ResourceChange></member>");
        return WireAnswer.Xml("DescribeChangeSet", $"<Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus><Changes>{changes}</Changes>");
    }

    private WireAnswer Execute(IReadOnlyDictionary<string, string> form)
    {
        if (!_changeSets.Remove(form["ChangeSetName"], out var set)) return NotFound();
        var stack = set.Stack;
        return Done("ExecuteChangeSet", () => stack.Begin(Course(stack.Name, set.IsCreation ? "CREATE" : "UPDATE"), form["ClientRequestToken"], () =>
        {
            if (stack.Status.Contains("ROLLBACK", StringComparison.Ordinal)) return;
            (stack.Template, stack.Parameters, stack.Outputs) = (set.Template, set.Parameters, OutputsOf(stack.Name));
        }));
    }

    private WireAnswer Delete(IReadOnlyDictionary<string, string> form)
    {
        if (Find(form["StackName"]) is not { } stack) return WireAnswer.Xml("DeleteStack");
        if (stack.IsProtected) return WireAnswer.XmlError("ValidationError", $"Stack [{stack.Name}] cannot be deleted while TerminationProtection is enabled");
        foreach (var set in _changeSets.Values.Where(set => set.Stack == stack).ToList()) _changeSets.Remove(set.Id);
        return Done("DeleteStack", () => stack.Begin(Course("delete " + stack.Name, "DELETE"), form.GetValueOrDefault("ClientRequestToken", ""), () =>
        {
            if (stack.Status != "DELETE_COMPLETE") return;
            _stacks.Remove(stack.Name);
            _gone.Add(stack);
        }));
    }

    private FakeEvent[] Course(string name, string verb) => _courses.Remove(name, out var course) ? course :
    [
        FakeEvent.Stack(verb + "_IN_PROGRESS", "User Initiated"), new("Vpc", verb + "_IN_PROGRESS"), new("Vpc", verb + "_IN_PROGRESS", "Resource creation Initiated"),
        new("Vpc", verb + "_COMPLETE"), FakeEvent.Stack(verb + "_COMPLETE"),
    ];

    private static IReadOnlyDictionary<string, string> Parameters(IReadOnlyDictionary<string, string> form) => Enumerable.Range(1, form.Count)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{number}."))
        .TakeWhile(prefix => form.ContainsKey(prefix + "ParameterKey"))
        .ToDictionary(prefix => form[prefix + "ParameterKey"], prefix => form[prefix + "ParameterValue"]);

    private static WireAnswer Done(string action, Action work)
    {
        work();
        return WireAnswer.Xml(action);
    }

    private static WireAnswer NotFound() => WireAnswer.XmlError("ChangeSetNotFound", "ChangeSet does not exist", 404);

    private static WireAnswer Missing(string name) => WireAnswer.XmlError("ValidationError", $"Stack with id {name} does not exist");
}
