namespace Amazon.Plumbing.Errors;

/// <summary>The code on the wire of an exception whose type is named otherwise.</summary>
/// <param name="code">The code, as the service sends it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ErrorCodeAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}
