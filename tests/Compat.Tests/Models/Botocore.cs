using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using TestSupport;

namespace Compat.Tests.Models;

/// <summary>The installed botocore: AWS's own models of its services.</summary>
internal static class Botocore
{
    public const string HowToGet = "botocore is missing: pip install botocore";

    /// <summary>
    /// The model of a service, from <c>service-2.json</c> or its compressed form. Ignores the test where botocore is missing.
    /// </summary>
    /// <param name="folder">Service and version, such as <c>ecs/2014-11-13</c>.</param>
    public static ServiceModel Model(string folder)
    {
        var plain = Path.Combine(DataFolder(), folder, "service-2.json");
        if (File.Exists(plain)) return new ServiceModel(JsonDocument.Parse(File.ReadAllBytes(plain)).RootElement);
        if (!File.Exists(plain + ".gz")) OutsidePart.Missing($"{HowToGet} (no model in {plain})");
        using var stream = new GZipStream(File.OpenRead(plain + ".gz"), CompressionMode.Decompress);
        return new ServiceModel(JsonDocument.Parse(stream).RootElement);
    }

    /// <summary>What a Python program that uses botocore prints. Ignores the test where Python or botocore is missing.</summary>
    public static string Python(string program)
    {
        if (OutsidePart.FindProgram("python3") is null) OutsidePart.Missing(HowToGet);
        var start = new ProcessStartInfo("python3", ["-c", program]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (errors.Result.Contains("No module named 'botocore'", StringComparison.Ordinal)) OutsidePart.Missing(HowToGet);
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output;
    }

    private static string DataFolder() =>
        Python("import os, botocore; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))").Trim();
}
