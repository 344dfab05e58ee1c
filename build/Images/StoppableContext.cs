using Cake.Core;
using Cake.Core.IO;

namespace Build.Images;

/// <summary>Cake's context, whose last process can be ended.</summary>
internal sealed class StoppableContext(ICakeContext context) : CakeContextAdapter(context)
{
    private readonly StoppableRunner _runner = new(context.ProcessRunner);

    /// <inheritdoc/>
    public override IProcessRunner ProcessRunner => _runner;

    /// <summary>Ends the process that runs, if one does.</summary>
    public void Stop() => _runner.Stop();

    private sealed class StoppableRunner(IProcessRunner inner) : IProcessRunner
    {
        // Written by the thread that starts processes, read by the one on which a signal arrives.
        private volatile IProcess? _process;

        public IProcess Start(FilePath filePath, ProcessSettings settings) => _process = inner.Start(filePath, settings);

        public void Stop() => _process?.Kill();
    }
}
