using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest;

/// <summary>How a run is shown while it goes: live on a terminal, or line by line elsewhere.</summary>
public interface IRunView
{
    /// <summary>Says something that the user should know.</summary>
    void Note(string text);

    /// <summary>Says something that the user should mind.</summary>
    void Warn(string text);

    /// <summary>Shows a step other than the load, such as the clean-up, until it is disposed.</summary>
    /// <param name="name">What is being done.</param>
    /// <param name="total">How many items it is about.</param>
    IRunStep Step(string name, long total);

    /// <summary>Shows the load while it runs.</summary>
    Task<LoadResult> ShowAsync(LoadPlan plan, Func<IRunObserver, Task<LoadResult>> run);

    /// <summary>Shows the report.</summary>
    void Report(RunSummary summary, string folder);
}

/// <summary>A step that is being shown.</summary>
public interface IRunStep : IProgress<long>, IDisposable;
