namespace StandIns.Authorization.Requests;

/// <summary>How a service takes requests and words errors.</summary>
public enum Protocol
{
    /// <summary>JSON, with the operation in a header.</summary>
    Json,

    /// <summary>A form in, XML out.</summary>
    Query,

    /// <summary>Method and path, XML out: S3.</summary>
    Rest,
}
