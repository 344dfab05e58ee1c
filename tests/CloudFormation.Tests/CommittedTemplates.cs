using Build.Templates.Reading;
using TestSupport;

namespace CloudFormation.Tests;

/// <summary>The templates as they lie in the repository.</summary>
internal static class CommittedTemplates
{
    public static string Folder { get; } = RepositoryRoot.Combine("cloudformation");

    public static TemplateSet All { get; } = TemplateSet.Read(Folder);
}
