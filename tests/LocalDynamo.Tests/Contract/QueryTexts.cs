namespace LocalDynamo.Tests.Contract;

/// <summary>The key conditions that <see cref="QueryCases"/> asks with.</summary>
internal static class QueryTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "pk = :p", "pk = :none", ":p = pk", "#pk = :p", "pk = :p AND sk = :c", "pk = :p AND sk < :c", "pk = :p AND sk <= :c",
        "pk = :p AND sk > :c", "pk = :p AND sk >= :c", "sk > :c AND pk = :p", ":c < sk AND pk = :p", "pk = :p AND sk BETWEEN :b AND :d",
        "pk = :p AND sk BETWEEN :c AND :c", "pk = :p AND begins_with(sk, :c)", "pk = :p AND begins_with(sk, :none)",
        "pk = :p AND begins_with(sk, :last)", "(pk = :p) AND (sk = :c)", "(pk = :p AND sk = :c)", "pk = (:p)", "pk = :p AND sk > :none",
        "((pk = :p))", "pk = :p AND sk <> :c", "pk <> :p", "pk > :p", "pk = :p OR sk = :c", "NOT pk = :p", "pk IN (:p)",
        "pk = :p AND sk IN (:c)", "pk = :p AND attribute_exists(sk)", "pk = :p AND contains(sk, :c)", "pk = :p AND size(sk) = :n",
        "pk = :p AND attribute_type(sk, :type)", "sk = :c", "n = :n", "pk = :p AND n = :n", "pk = :p AND sk = :c AND n = :n",
        "pk = :p AND pk = :p", "pk = :p AND sk > :b AND sk < :d", "pk = :p AND (sk > :b AND sk < :d)", "pk = :n", "pk = :p AND sk = :n",
        "pk = sk", "pk = :p AND sk = pk", "pk.a = :p", "pk[0] = :p", "n.x = :p", "pk = :p AND sk BETWEEN :d AND :b",
        "pk = :p AND sk BETWEEN :b AND :n", "pk = :p AND begins_with(sk, :n)", "begins_with(pk, :p)", "pk BETWEEN :b AND :d",
        "begins_with(:c, sk) AND pk = :p", "pk = :p AND :c BETWEEN sk AND :d", "pk = :p AND sk BETWEEN :b AND sk", "pk = :empty",
        "pk = :p AND sk = :empty", "pk = :p AND sk > :empty", "pk = :p AND begins_with(sk, :empty)", ":p = :p", "size(pk) = :n", "pk = :l",
        "pk = :zz", "#x = :p", "name = :p", "pk =", " ", "pk = :p AND", "pk", "pk = :p AND foo(sk)", "pk = :p AND NOT sk = :c",
        "pk = :p AND sk = :c OR n = :n", "pk = :p AND sk = size(pk)", "pk = :p AND if_not_exists(sk, :c)", "SET pk = :p",
    ];
}
