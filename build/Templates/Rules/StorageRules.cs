using Build.Templates.Policies;
using Build.Templates.Reading;

namespace Build.Templates.Rules;

/// <summary>What is kept, for how long, and who can read it.</summary>
public static class StorageRules
{
    private static readonly string[] Stateful =
        ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::ECR::Repository", "AWS::Logs::LogGroup"];

    internal static IEnumerable<TemplateRule> All =>
    [
        TemplateRule.Each("Every log group has a retention", LogGroupsForget),
        TemplateRule.Each("Every bucket is private, encrypted, and forgets", BucketsAreClosed),
        TemplateRule.Each("Every bucket is reached by TLS alone", BucketsWantTls),
        TemplateRule.Each("The table carries the guard tag and has the key pk", TableIsGuarded),
        TemplateRule.Each("What holds data says what becomes of it", FatesAreWritten),
        TemplateRule.Each("Image tags cannot be moved, images are scanned, encrypted, and expire", RepositoriesAreStrict),
    ];

    private static IEnumerable<Finding> LogGroupsForget(Template template) =>
        template.ResourcesOfType("AWS::Logs::LogGroup").Where(group => !group.Properties.ContainsKey("RetentionInDays"))
            .Select(group => group.Finding("keeps its logs for ever."));

    private static IEnumerable<Finding> BucketsAreClosed(Template template)
    {
        foreach (var bucket in template.ResourcesOfType("AWS::S3::Bucket"))
        {
            foreach (var block in (string[])["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"])
            {
                if (Intrinsics.Text(bucket.Properties["PublicAccessBlockConfiguration"]?[block]) != "true")
                    yield return bucket.Finding($"lacks {block}.");
            }

            if (!bucket.Properties.ContainsKey("BucketEncryption")) yield return bucket.Finding("is not encrypted.");
            if (bucket.Properties.SelectToken("OwnershipControls.Rules[0].ObjectOwnership")?.ToString() != "BucketOwnerEnforced")
                yield return bucket.Finding("takes access lists.");
            var expires = bucket.Properties.SelectTokens("LifecycleConfiguration.Rules[*]")
                .Any(rule => rule["ExpirationInDays"] is not null && rule.Value<string>("Status") == "Enabled");
            if (!expires) yield return bucket.Finding("keeps its objects for ever.");
        }
    }

    private static IEnumerable<Finding> BucketsWantTls(Template template) =>
        from bucket in template.ResourcesOfType("AWS::S3::Bucket")
        where !PolicyStatements.Of(template).Any(statement =>
            statement is { Kind: PolicyKind.Resource, Allows: false } && Intrinsics.Mentions(statement.Owner.Properties, bucket.LogicalName)
            && statement.Condition("Bool", "aws:SecureTransport") == "false" && statement.Actions.Contains("s3:*")
            && Intrinsics.Text(statement.Principal) == "*")
        select bucket.Finding("can be reached without TLS.");

    private static IEnumerable<Finding> TableIsGuarded(Template template)
    {
        foreach (var table in template.ResourcesOfType("AWS::DynamoDB::Table"))
        {
            var guarded = Intrinsics.Elements(table.Properties["Tags"])
                .Any(tag => tag.Value<string>("Key") == "dynamodb-load-test" && tag.Value<string>("Value") == "allowed");
            if (!guarded) yield return table.Finding("has no tag dynamodb-load-test=allowed, so the load test would refuse it.");
            var hashed = Intrinsics.Elements(table.Properties["KeySchema"]).FirstOrDefault(key => key.Value<string>("KeyType") == "HASH");
            if (hashed?.Value<string>("AttributeName") != "pk") yield return table.Finding("has another partition key than pk.");
        }
    }

    private static IEnumerable<Finding> FatesAreWritten(Template template) =>
        from resource in template.AllResources()
        where Stateful.Contains(resource.Type)
        from policy in (string[])["DeletionPolicy", "UpdateReplacePolicy"]
        where !resource.Body.ContainsKey(policy)
        select resource.Finding($"has no {policy}.");

    private static IEnumerable<Finding> RepositoriesAreStrict(Template template)
    {
        foreach (var repository in template.ResourcesOfType("AWS::ECR::Repository"))
        {
            if (repository.Text("ImageTagMutability") != "IMMUTABLE") yield return repository.Finding("lets a tag be moved.");
            if (Intrinsics.Text(repository.Properties.SelectToken("ImageScanningConfiguration.ScanOnPush")) != "true")
                yield return repository.Finding("does not scan.");
            if (!repository.Properties.ContainsKey("EncryptionConfiguration"))
                yield return repository.Finding("says nothing of encryption.");
            var lifecycle = Intrinsics.Text(repository.Properties.SelectToken("LifecyclePolicy.LifecyclePolicyText"));
            string[] needed = ["\"untagged\"", "imageCountMoreThan"];
            if (!needed.All(word => lifecycle.Contains(word, StringComparison.Ordinal)))
                yield return repository.Finding("keeps every image.");
        }
    }
}
