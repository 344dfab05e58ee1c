using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StandIns.Authorization;
using StandIns.Authorization.Requests;
using StandIns.Wire;

namespace StandIns.Ecr;

/// <summary>
/// What ECR puts in front of a registry: logins that belong to a caller, that caller's permissions, repositories that must be there, and tags
/// that stay what they are.
/// </summary>
/// <param name="registry">The registry itself.</param>
/// <param name="repositories">Which repositories there are.</param>
/// <param name="tokens">Logins.</param>
/// <param name="authorizer">Permissions.</param>
/// <param name="arn">The front of a repository's ARN, up to its name.</param>
public sealed class RegistryFront(Registry registry, EcrRepositories repositories, RegistryTokens tokens, Authorizer authorizer, string arn)
{
    private static readonly string[] OwnHeaders = ["Transfer-Encoding", "Connection", "Host", "Authorization", "Expect"];
    private int _pushed;

    /// <summary>How many manifests were pushed, under a tag or without.</summary>
    public int Pushed => _pushed;

    /// <summary>Whether it is out of order: whatever is pushed ends in status 500.</summary>
    public bool IsOutOfOrder { get; set; }

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var refused = await RefusalAsync(http);
        if (refused is null) await ForwardAsync(http);
        else await WireAnswers.SendAsync(refused, http.Response, http.RequestAborted);
    }

    private async Task<WireAnswer?> RefusalAsync(HttpContext http)
    {
        if (tokens.OwnerOf(http.Request.Headers.Authorization) is not { } caller)
        {
            return Error(401, "UNAUTHORIZED", "Not Authorized") with
            {
                Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = $"Basic realm=\"https://{http.Request.Host}/\",service=\"ecr.amazonaws.com\"" },
            };
        }

        if (RegistryCall.Of(http.Request) is not { } call) return null;
        if (authorizer.Refusal(caller, "ecr", new Needed(call.Action, arn + call.Repository)) is { } denied) return Error(403, "DENIED", denied);
        if (await repositories.KeepsTagsAsync(call.Repository, http.RequestAborted) is not { } keepsTags)
            return Error(404, "NAME_UNKNOWN", $"The repository with name '{call.Repository}' does not exist in the registry with id '{arn.Split(':')[4]}'");
        if (call.Writes && IsOutOfOrder) return Error(500, "UNKNOWN", "Internal failure");
        return keepsTags && call.Tag is { } tag ? await MovedTagAsync(http, call.Repository, tag) : null;
    }

    // The body is the manifest: its digest tells whether the tag would move.
    private async Task<WireAnswer?> MovedTagAsync(HttpContext http, string repository, string tag)
    {
        http.Request.EnableBuffering();
        var digest = "sha256:" + Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(http.Request.Body, http.RequestAborted));
        http.Request.Body.Position = 0;
        var there = await registry.ManifestAsync(repository, tag, http.RequestAborted);
        return there is null || there.Digest == digest
            ? null
            : Error(400, "TAG_INVALID", $"The image tag '{tag}' already exists in the '{repository}' repository and cannot be overwritten because the tag is immutable.");
    }

    private async Task ForwardAsync(HttpContext http)
    {
        using var onward = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(registry.Client.BaseAddress!, http.Request.Path + http.Request.QueryString));
        onward.Content = new StreamContent(http.Request.Body);
        foreach (var (name, value) in http.Request.Headers)
        {
            if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (!onward.Headers.TryAddWithoutValidation(name, [.. value])) onward.Content.Headers.TryAddWithoutValidation(name, [.. value]);
        }

        using var answer = await registry.Client.SendAsync(onward, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        if (http.Request.Method == HttpMethods.Put && answer.IsSuccessStatusCode && http.Request.Path.Value!.Contains("/manifests/", StringComparison.Ordinal))
            Interlocked.Increment(ref _pushed);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) http.Response.Headers[name] = values.ToArray();
        }

        if (http.Request.Method != HttpMethods.Head) await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static WireAnswer Error(int status, string code, string message) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.Serialize(new { errors = new[] { new { code, message } } }));
}
