using Build.Errors;

namespace Build.Aws;

/// <summary>Fetches the keys behind a login, apart from any call: so a failure names its own cause, and not the call's.</summary>
internal static class KeysOf
{
    /// <summary>Logs in where the profile needs it.</summary>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">There are no keys to be had.</exception>
    public static async Task CheckAsync(AwsLogin login, CancellationToken cancel)
    {
        try
        {
            await login.Credentials.GetCredentialsAsync().WaitAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            throw LoginFailures.Explain(failure, login);
        }
    }
}
