using System.Diagnostics.CodeAnalysis;

namespace Build.Aws;

/// <summary>A login that AWS knows: the account and the identity are its own answer.</summary>
public sealed record AwsSession : AwsLogin
{
    /// <param name="login">What was asked with.</param>
    /// <param name="accountId">The account's 12 digits.</param>
    /// <param name="callerArn">The user or the role's session.</param>
    [SetsRequiredMembers]
    public AwsSession(AwsLogin login, string accountId, string callerArn)
        : base(login)
    {
        AccountId = accountId;
        CallerArn = callerArn;
    }

    /// <summary>The account's 12 digits.</summary>
    public string AccountId { get; }

    /// <summary>The user or the role's session.</summary>
    public string CallerArn { get; }

    /// <inheritdoc/>
    public override string Who => $"{CallerArn} in account {AccountId}; {base.Who}";
}
