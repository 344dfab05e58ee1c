namespace Cake.Frosting;

/// <summary>The host was given something that it cannot run: a dependency that is no task, a working directory that is not there.</summary>
public sealed class FrostingException : Exception
{
    /// <param name="message">What is wrong.</param>
    public FrostingException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
