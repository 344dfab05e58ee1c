using System.Globalization;

namespace Engine;

/// <summary>What the figures come to, each held against what is asked of it.</summary>
internal sealed class Findings(IReadOnlyList<Subject> subjects)
{
    public const string PlainFloor = "wrk, plain";
    public const string TlsFloor = "wrk, TLS";
    private const string Plain = "wire, plain, closed, 32 connections";
    private const string Tls = "wire, TLS, closed, 32 connections";
    private const string Sdk = "sdk, plain, closed, tiering corrected";
    private const string Half = "wire, plain, open at half of the capacity";
    private const string Paced = "lateness, open at half of the capacity";
    private const string Bare = "lateness, bare loop in turn with it";
    private const string Minute = "wire, plain, open at half of the capacity for 60 s";
    private const string Idle = "wire, plain, open at 100/s";
    private const string Short = "wire, plain, 1,000,000 operations";
    private const string Long = "wire, plain, 10,000,000 operations";

    public IEnumerable<string> All()
    {
        if (Both(PlainFloor, Plain, out var floor, out var plain)) yield return Line("processor time, plain, x wrk", plain.Microseconds / floor.Microseconds, "0.00", 2.0);
        if (Both(TlsFloor, Tls, out floor, out var tls)) yield return Line("processor time, TLS, x wrk", tls.Microseconds / floor.Microseconds, "0.00", 2.5);
        if (Both(Sdk, Plain, out var sdk, out plain)) yield return Line("processor time, plain, as a share of the tier-corrected SDK's", plain.Microseconds / sdk.Microseconds, "0.000", 1 / 7.0);
        if (Find(Plain) is { } closed) yield return Line("bytes allocated an operation, closed load", closed.Bytes, "0", 200);
        if (Find(Half) is { } open) yield return Line("bytes allocated an operation, open load", open.Bytes, "0", 200);
        if (Both(Short, Long, out var few, out var many))
        {
            yield return Line("peak memory of 10 million operations, MiB", many.PeakMebibytes, "0", 120);
            yield return Line("the same, x that of 1 million", many.PeakMebibytes / few.PeakMebibytes, "0.00", 1.1);
        }

        if (Both(Bare, Paced, out var bare, out var paced))
        {
            var beyond = string.Create(CultureInfo.InvariantCulture, $"lateness p99.9 at half of the capacity beyond the {bare.LatenessMicroseconds / 1000:0.00} of a bare loop, ms");
            yield return Line(beyond, (paced.LatenessMicroseconds - bare.LatenessMicroseconds) / 1000, "0.00", 1);
        }

        if (Find(Minute) is { } minute) yield return Line("achieved rate over 60 s, off the offered one, %", Math.Abs(100 - minute.AchievedPercent), "0.000", 0.1);
        if (Find(Idle) is { } idle) yield return Line("processor at 100 operations a second, % of a core", idle.Microseconds * 100 / 1e4, "0.0", 5);
        foreach (var start in subjects.Where(subject => subject.FirstMilliseconds > 0 && subject.Microseconds < 0))
            yield return Line(start.Name + ", ms", start.FirstMilliseconds, "0", 200);
    }

    public Subject? Find(string name) => subjects.FirstOrDefault(subject => subject.Name == name);

    private static string Line(string what, double value, string format, double most) => string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {value.ToString(format, CultureInfo.InvariantCulture)} | {most:0.###} | {(value <= most ? "yes" : "**no**")} |");

    private bool Both(string first, string second, out Subject one, out Subject other)
    {
        (one, other) = (Find(first)!, Find(second)!);
        return one is not null && other is not null;
    }
}
