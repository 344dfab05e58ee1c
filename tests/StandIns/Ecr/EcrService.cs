using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StandIns.Authorization;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;
using StandIns.Wire;

namespace StandIns.Ecr;

/// <summary>
/// ECR's calls about images and logins, answered from the registry that images are really pushed to. Repositories themselves are moto's.
/// </summary>
/// <param name="registry">What was pushed.</param>
/// <param name="repositories">Which repositories there are.</param>
/// <param name="tokens">Logins.</param>
/// <param name="host">The registry's name.</param>
/// <param name="others">What answers every other call.</param>
public sealed class EcrService(Registry registry, EcrRepositories repositories, RegistryTokens tokens, string host, IBackend others) : IBackend
{
    /// <inheritdoc/>
    public async Task AnswerAsync(ServiceRequest request, Principal caller, HttpResponse response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        if (request.Operation == "GetAuthorizationToken")
        {
            await WireAnswers.SendAsync(Login(caller), response, cancel);
        }
        else if (request.Operation is "DescribeImages" or "ListImages" or "BatchGetImage" or "BatchDeleteImage")
        {
            await WireAnswers.SendAsync(await AboutImagesAsync(request, cancel), response, cancel);
        }
        else
        {
            await others.AnswerAsync(request, caller, response, cancel);
        }
    }

    private WireAnswer Login(Principal caller)
    {
        var (token, expires) = tokens.Issue(caller);
        return Answer(new JsonObject
        {
            ["authorizationData"] = new JsonArray(new JsonObject
            {
                ["authorizationToken"] = token,
                ["expiresAt"] = expires.ToUnixTimeSeconds(),
                ["proxyEndpoint"] = $"https://{host}",
            }),
        });
    }

    private async Task<WireAnswer> AboutImagesAsync(ServiceRequest request, CancellationToken cancel)
    {
        var repository = request.Json.GetProperty("repositoryName").GetString()!;
        if (await repositories.KeepsTagsAsync(repository, cancel) is null)
            return WireAnswer.JsonError("RepositoryNotFoundException", $"The repository with name '{repository}' does not exist in the registry with id '{host.Split('.')[0]}'");

        var images = await ImagesAsync(repository, cancel);
        if (!request.Json.TryGetProperty("imageIds", out var asked)) return Described(request.Operation, repository, images);
        var (found, missing) = Find(images, asked);
        if (request.Operation == "DescribeImages" && missing.Count > 0)
            return WireAnswer.JsonError("ImageNotFoundException", $"The image with imageId {missing[0]} does not exist within the repository with name '{repository}'");
        if (request.Operation == "BatchDeleteImage")
        {
            foreach (var image in found) await registry.DeleteAsync(repository, image.Manifest.Digest, cancel);
        }

        return Described(request.Operation, repository, found, missing);
    }

    private async Task<IReadOnlyList<Image>> ImagesAsync(string repository, CancellationToken cancel)
    {
        var tagged = new List<(string Tag, Manifest Manifest)>();
        foreach (var tag in await registry.TagsAsync(repository, cancel))
        {
            if (await registry.ManifestAsync(repository, tag, cancel) is { } manifest) tagged.Add((tag, manifest));
        }

        return [.. tagged.GroupBy(entry => entry.Manifest.Digest).Select(group => new Image(group.First().Manifest, [.. group.Select(entry => entry.Tag)]))];
    }

    private static (IReadOnlyList<Image> Found, IReadOnlyList<JsonElement> Missing) Find(IReadOnlyList<Image> images, JsonElement asked)
    {
        var found = new List<Image>();
        var missing = new List<JsonElement>();
        foreach (var id in asked.EnumerateArray())
        {
            var image = images.FirstOrDefault(candidate =>
                (!id.TryGetProperty("imageTag", out var tag) || candidate.Tags.Contains(tag.GetString()))
                && (!id.TryGetProperty("imageDigest", out var digest) || candidate.Manifest.Digest == digest.GetString()));
            if (image is null) missing.Add(id);
            else found.Add(image);
        }

        return (found, missing);
    }

    private static WireAnswer Described(string operation, string repository, IReadOnlyList<Image> images, IReadOnlyList<JsonElement>? missing = null)
    {
        var failures = new JsonArray([.. (missing ?? []).Select(id => new JsonObject
        {
            ["imageId"] = JsonNode.Parse(id.GetRawText()), ["failureCode"] = "ImageNotFound", ["failureReason"] = "Requested image not found",
        })]);
        return Answer(operation switch
        {
            "DescribeImages" => new JsonObject { ["imageDetails"] = new JsonArray([.. images.Select(image => image.Details(repository))]) },
            "BatchGetImage" => new JsonObject { ["images"] = new JsonArray([.. images.Select(image => image.Whole(repository))]), ["failures"] = failures },
            _ => new JsonObject { ["imageIds"] = new JsonArray([.. images.SelectMany(image => image.Ids)]), ["failures"] = failures },
        });
    }

    private static WireAnswer Answer(JsonObject json) => WireAnswer.Json(json.ToJsonString());

    private sealed record Image(Manifest Manifest, IReadOnlyList<string> Tags)
    {
        public IEnumerable<JsonNode> Ids => Tags.Select(tag => new JsonObject { ["imageDigest"] = Manifest.Digest, ["imageTag"] = tag });

        public JsonNode Details(string repository) => new JsonObject
        {
            ["repositoryName"] = repository,
            ["imageDigest"] = Manifest.Digest,
            ["imageTags"] = new JsonArray([.. Tags]),
            ["imageSizeInBytes"] = Manifest.LayerBytes,
            ["imageManifestMediaType"] = Manifest.MediaType,
        };

        public JsonNode Whole(string repository) => new JsonObject
        {
            ["repositoryName"] = repository,
            ["imageId"] = Ids.First(),
            ["imageManifest"] = Manifest.Json,
            ["imageManifestMediaType"] = Manifest.MediaType,
        };
    }
}
