namespace Build.Aws;

/// <summary>Where credentials come from.</summary>
public enum LoginSource
{
    /// <summary>A profile.</summary>
    Profile,

    /// <summary>Access keys of a variable or of a .env file.</summary>
    Keys,

    /// <summary>A token file that is exchanged for a role, as in pipelines.</summary>
    WebIdentity,

    /// <summary>The role of the container that this runs in.</summary>
    Container,

    /// <summary>The role of the machine that this runs on, or nothing at all.</summary>
    Instance,
}
