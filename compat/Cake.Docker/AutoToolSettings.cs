using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>Settings whose properties become the arguments of docker: <c>BuildArg</c> is <c>--build-arg</c>, once for each of its values.</summary>
public abstract class AutoToolSettings : ToolSettings
{
}
