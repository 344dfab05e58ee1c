using System.Xml.Linq;

namespace StandIns.Authorization.Requests;

/// <summary>S3: the action follows from method and path. Its ARNs name neither account nor region.</summary>
public static class S3Permissions
{
    public static IEnumerable<Needed> Of(ServiceRequest request)
    {
        var (bucket, key) = Place(request);
        var query = ServiceRequest.Pairs(request.Query).Select(pair => pair.Name).ToHashSet();
        if (bucket.Length == 0) return [new("s3:ListAllMyBuckets", Needed.AnyResource)];
        if (key.Length == 0 && request.Method == "POST" && query.Contains("delete")) return Deleted(request, bucket);
        return key.Length > 0
            ? [new(ObjectAction(request.Method, query), Object(bucket, key))]
            : [new(BucketAction(request.Method, query), Bucket(bucket))];
    }

    /// <summary>The permission without which S3 does not tell that an object is missing; null where no object is asked for.</summary>
    public static Needed? ToSeeThatItIsMissing(ServiceRequest request)
    {
        var (bucket, key) = Place(request);
        return key.Length > 0 && request.Method is "GET" or "HEAD" ? new Needed("s3:ListBucket", Bucket(bucket)) : null;
    }

    private static string Bucket(string bucket) => "arn:aws:s3:::" + bucket;

    private static string Object(string bucket, string key) => $"{Bucket(bucket)}/{key}";

    // In the name of the host, or in front of the path.
    private static (string Bucket, string Key) Place(ServiceRequest request)
    {
        var path = Uri.UnescapeDataString(request.Path.TrimStart('/'));
        var inHost = request.Host.IndexOf(".s3.", StringComparison.Ordinal);
        if (inHost > 0) return (request.Host[..inHost], path);
        var parts = path.Split('/', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static string ObjectAction(string method, HashSet<string> query) => method switch
    {
        "GET" or "HEAD" => query.Contains("tagging") ? "s3:GetObjectTagging" : "s3:GetObject",
        "DELETE" => query.Contains("uploadId") ? "s3:AbortMultipartUpload" : query.Contains("versionId") ? "s3:DeleteObjectVersion" : "s3:DeleteObject",
        _ => "s3:PutObject",
    };

    private static string BucketAction(string method, HashSet<string> query) => method switch
    {
        "PUT" => "s3:CreateBucket",
        "DELETE" => "s3:DeleteBucket",
        _ when query.Contains("versions") => "s3:ListBucketVersions",
        _ when query.Contains("versioning") => "s3:GetBucketVersioning",
        _ when query.Contains("uploads") => "s3:ListBucketMultipartUploads",
        _ => "s3:ListBucket",
    };

    private static IEnumerable<Needed> Deleted(ServiceRequest request, string bucket) =>
        from item in XDocument.Load(new MemoryStream(request.Body.ToArray())).Descendants()
        where item.Name.LocalName == "Object"
        let key = item.Elements().Single(element => element.Name.LocalName == "Key").Value
        let isVersion = item.Elements().Any(element => element.Name.LocalName == "VersionId")
        select new Needed(isVersion ? "s3:DeleteObjectVersion" : "s3:DeleteObject", Object(bucket, key));
}
