namespace Amazon.CloudFormation.Model;

/// <summary>A parameter of a stack with its value.</summary>
public sealed class Parameter
{
    public string ParameterKey { get; set; }

    public string ParameterValue { get; set; }

    /// <summary>Takes the deployed value; no value may be given then.</summary>
    public bool? UsePreviousValue { get; set; }

    /// <summary>The value behind an SSM parameter.</summary>
    public string ResolvedValue { get; set; }
}
