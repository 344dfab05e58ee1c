using System.Globalization;
using Cake.Core.Diagnostics;

namespace Build.Output;

/// <summary>Cake's log as plain lines: what is piped into a file or a pipeline's log holds no escape codes.</summary>
public sealed class PlainLog(Screen screen) : ICakeLog
{
    /// <inheritdoc/>
    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    /// <inheritdoc/>
    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (verbosity > Verbosity) return;
        var text = args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
        if (level is LogLevel.Fatal or LogLevel.Error or LogLevel.Warning) screen.Error(text);
        else screen.Line(text);
    }
}
