using LocalDynamo.Faults;

namespace LocalDynamo.Http;

/// <summary>One request as an operation sees it. <see cref="Region"/> is that of the credential scope.</summary>
internal sealed record Request(Parameters Parameters, string Region, Fault Fault);
