using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Plumbing.Errors;

/// <summary>Finds the exception type for an error that a service answered with: by its code, or the service's general one.</summary>
/// <param name="general">The service's general exception; the types in its assembly that derive from it are the modelled ones.</param>
internal sealed class ErrorTypes(Type general)
{
    private readonly Dictionary<string, Type> _byCode = general.Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(general))
        .ToDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>The code on the wire for which a type is thrown.</summary>
    public static string CodeOf(Type type) => type.GetCustomAttribute<ErrorCodeAttribute>()?.Code ?? type.Name;

    /// <summary>The exception for an error, with code, status and request id.</summary>
    public AmazonServiceException Create(ErrorResponse error)
    {
        var type = error.Code is { } code && _byCode.TryGetValue(code, out var modelled) ? modelled : general;
        return (AmazonServiceException)Activator.CreateInstance(
            type, error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)!;
    }
}
