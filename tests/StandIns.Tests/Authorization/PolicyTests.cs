using StandIns.Authorization.Policies;

namespace StandIns.Tests.Authorization;

/// <summary>Policies mean here what they mean to IAM.</summary>
internal sealed class PolicyTests
{
    private const string Table = "arn:aws:dynamodb:us-east-1:111122223333:table/dev-load";

    [TestCase("dynamodb:PutItem", Table, Verdict.Allowed)]
    [TestCase("dynamodb:putitem", Table, Verdict.Allowed)]
    [TestCase("dynamodb:GetItem", Table, Verdict.NotAllowed)]
    [TestCase("dynamodb:PutItem", Table + "2", Verdict.NotAllowed)]
    [TestCase("dynamodb:PutItem", Table + "/index/i", Verdict.NotAllowed)]
    public void An_action_is_allowed_on_its_resource_alone(string action, string resource, Verdict verdict) =>
        Assert.That(Judge($$"""{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"{{Table}}"}""", action, resource), Is.EqualTo(verdict));

    [TestCase("s3:GetObject", "arn:aws:s3:::b/runs/1/a", Verdict.Allowed)]
    [TestCase("s3:GetObject", "arn:aws:s3:::b/other", Verdict.NotAllowed)]
    [TestCase("s3:GetBucketAcl", "arn:aws:s3:::b/runs/1", Verdict.NotAllowed)]
    public void Stars_stand_for_any_text(string action, string resource, Verdict verdict) =>
        Assert.That(Judge("""{"Effect":"Allow","Action":["s3:*Object"],"Resource":["arn:aws:s3:::b/runs/*"]}""", action, resource), Is.EqualTo(verdict));

    [TestCase("a?c", "abc", true)]
    [TestCase("a?c", "ac", false)]
    [TestCase("*", "", true)]
    [TestCase("a*b*c", "a-b-b-c", true)]
    [TestCase("a*b*c", "a-b-b-d", false)]
    [TestCase("a*", "b", false)]
    [TestCase("A", "a", false)]
    public void A_pattern_fits_the_whole_text(string pattern, string text, bool fits) => Assert.That(Wildcard.Matches(pattern, text), Is.EqualTo(fits));

    [Test]
    public void A_denial_beats_what_is_allowed()
    {
        const string both = """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"ecr:PutImage","Resource":"*"}""";
        Assert.Multiple(() =>
        {
            Assert.That(Judge(both, "ecr:PutImage", Table), Is.EqualTo(Verdict.ExplicitlyDenied));
            Assert.That(Judge(both, "ecr:BatchGetImage", Table), Is.EqualTo(Verdict.Allowed));
        });
    }

    [Test]
    public void Everything_but_some_actions_and_some_resources_can_be_said()
    {
        const string but = """{"Effect":"Allow","NotAction":["iam:*"],"NotResource":"arn:aws:s3:::secret/*"}""";
        Assert.Multiple(() =>
        {
            Assert.That(Judge(but, "s3:GetObject", "arn:aws:s3:::open/a"), Is.EqualTo(Verdict.Allowed));
            Assert.That(Judge(but, "s3:GetObject", "arn:aws:s3:::secret/a"), Is.EqualTo(Verdict.NotAllowed));
            Assert.That(Judge(but, "iam:PassRole", "*"), Is.EqualTo(Verdict.NotAllowed));
        });
    }

    [TestCase("111122223333", Verdict.Allowed)]
    [TestCase("999999999999", Verdict.NotAllowed)]
    public void A_variable_is_what_the_request_has(string account, Verdict verdict)
    {
        const string own = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/${aws:PrincipalAccount}/*"}""";

        Assert.That(Judge(own, "s3:GetObject", "arn:aws:s3:::logs/111122223333/a", ("aws:PrincipalAccount", account)), Is.EqualTo(verdict));
        Assert.That(Judge(own, "s3:GetObject", "arn:aws:s3:::logs//a"), Is.EqualTo(Verdict.NotAllowed), "nothing in the request");
    }

    [TestCase("StringEquals", "dynamodb.us-east-1.amazonaws.com", Verdict.Allowed)]
    [TestCase("StringEquals", "s3.us-east-1.amazonaws.com", Verdict.NotAllowed)]
    [TestCase("StringNotEquals", "s3.us-east-1.amazonaws.com", Verdict.Allowed)]
    [TestCase("StringEquals", null, Verdict.NotAllowed)]
    [TestCase("StringNotEquals", null, Verdict.Allowed)]
    [TestCase("StringEqualsIfExists", null, Verdict.Allowed)]
    [TestCase("ForAnyValue:StringEquals", "dynamodb.us-east-1.amazonaws.com", Verdict.Allowed)]
    [TestCase("ForAnyValue:StringEquals", null, Verdict.NotAllowed)]
    [TestCase("ForAnyValue:StringNotEquals", null, Verdict.NotAllowed)]
    [TestCase("StringLike", "dynamodb.us-east-1.amazonaws.com", Verdict.Allowed)]
    public void A_condition_must_hold(string comparison, string? via, Verdict verdict)
    {
        var own = "{\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":\"*\",\"Condition\":{\"" + comparison
            + "\":{\"kms:ViaService\":[\"dynamodb.us-east-1.amazonaws.com\"]}}}";

        Assert.That(Judge(own, "kms:Decrypt", "*", [.. via is null ? [] : new[] { ("kms:ViaService", via) }]), Is.EqualTo(verdict));
    }

    [TestCase("""{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"2030-01-01"}}}""")]
    [TestCase("""{"Effect":"Allow","Action":"a:b","Resource":"*","NotPrincipal":"*"}""")]
    [TestCase("""{"Effect":"Permit","Action":"a:b","Resource":"*"}""")]
    public void What_is_not_understood_is_an_error_and_never_taken_for_granted(string statement) =>
        Assert.That(() => Policy.Read("{\"Statement\":" + statement + "}"), Throws.InstanceOf<FormatException>());

    [TestCase("ecs-tasks.amazonaws.com", "111122223333", "arn:aws:ecs:us-east-1:111122223333:task/c/1", true)]
    [TestCase("ec2.amazonaws.com", "111122223333", "arn:aws:ecs:us-east-1:111122223333:task/c/1", false)]
    [TestCase("ecs-tasks.amazonaws.com", "999999999999", "arn:aws:ecs:us-east-1:111122223333:task/c/1", false)]
    [TestCase("ecs-tasks.amazonaws.com", "111122223333", "arn:aws:ecs:us-east-1:999999999999:task/c/1", false)]
    public void A_role_is_taken_only_by_the_service_that_it_trusts_for_the_account_that_it_trusts(string service, string account, string source, bool trusted)
    {
        var policy = Policy.Read("""
            {"Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole","Condition":
              {"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:ecs:us-east-1:111122223333:*"}}}]}
            """);

        var context = new Dictionary<string, string> { ["aws:SourceAccount"] = account, ["aws:SourceArn"] = source };
        Assert.That(policy.Trusts(service, "arn:aws:iam::111122223333:role/r", context), Is.EqualTo(trusted));
    }

    [Test]
    public void A_statement_can_be_left_out_by_its_name()
    {
        var policy = Policy.Read("""{"Statement":[{"Sid":"A","Effect":"Allow","Action":"a:b","Resource":"*"},{"Sid":"B","Effect":"Allow","Action":"c:d","Resource":"*"}]}""");

        Assert.That(policy.Without("A").Statements.Select(statement => statement.Sid), Is.EqualTo(new[] { "B" }));
        Assert.That(() => policy.Without("C"), Throws.ArgumentException);
    }

    private static Verdict Judge(string statements, string action, string resource, params (string Name, string Value)[] context) =>
        Policy.Read($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")
            .Judge(new Access(action, resource, context.ToDictionary(entry => entry.Name, entry => entry.Value)));
}
