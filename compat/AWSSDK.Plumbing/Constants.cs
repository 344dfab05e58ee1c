using Amazon.Runtime;

namespace Amazon.Plumbing;

/// <summary>Makes values of enumerations out of text.</summary>
internal static class Constants
{
    public static TConstant Of<TConstant>(string value)
        where TConstant : ConstantClass => (TConstant)Of(typeof(TConstant), value);

    public static ConstantClass Of(Type type, string value) => (ConstantClass)Activator.CreateInstance(type, value)!;
}
