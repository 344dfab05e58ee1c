namespace LocalDynamo.Tests.Contract;

/// <summary>The conditions that <see cref="ConditionCases"/> asks of one item.</summary>
internal static class ConditionTexts
{
    public static IReadOnlyList<string> All { get; } = [.. Evaluation, .. Syntax, .. Checks];

    private static string[] Evaluation =>
    [
        "n = :five", "n = :fivetoo", "n = :one", "n <> :one", "n <> :five", "n < :nine", "n <= :five", "n > :five", "n >= :five",
        "n < :text",
        "n <> :text", "zz = :one", "zz <> :one", "zz < :one", "NOT zz < :one", "s = :text", "s > :a", "m = :map", "b = :yes", "b = :none",
        "nothing = :none",
        "ss = :ab", "l[0] = :one", "l[1] = :xy", "l[2] = :one", "m.x = :y", "m.#x = :y", "#m.#x = :y", "m.x.y = :y", "m[0] = :y",
        "n.x = :y",
        "n BETWEEN :one AND :nine", "n between :five and :five", "n BETWEEN :one AND :two", "zz BETWEEN :one AND :nine",
        "n BETWEEN :one AND s",
        "s BETWEEN :a AND :y", "n IN (:one, :five)", "n in (:one)", "n IN (:a, :fivetoo)", "zz IN (:one)", "n IN (l[0], :one)", "n IN (zz)",
        "attribute_exists(n)", "attribute_exists(zz)", "attribute_exists(m.x)", "attribute_exists(l[1])", "attribute_exists(l[2])",
        "attribute_not_exists(pk)", "attribute_not_exists(zz)", "attribute_not_exists(m.zz)", "attribute_type(n, :typeN)",
        "attribute_type(n, :typeS)",
        "attribute_type(zz, :typeS)", "begins_with(s, :a)", "begins_with(s, :y)", "begins_with(bin, :bytes)", "begins_with(n, :a)",
        "begins_with(s, :bytes)",
        "begins_with(zz, :a)", "begins_with(:text, :a)", "contains(s, :a)", "contains(s, :y)", "contains(ss, :a)", "contains(ns, :one)",
        "contains(ns, :nine)",
        "contains(l, :one)", "contains(l, :xy)", "contains(bin, :bytes)", "contains(m, :y)", "contains(s, :one)", "contains(:text, s)",
        "size(s) = :two",
        "size(ss) = :two", "size(m) = :one", "size(l) = :two", "size(bin) > :two", "size(n) = :one", "size(zz) = :one",
        "size(s) < size(bin)",
        "size(:text) = :two", "n = size(s)", "n BETWEEN size(m) AND size(s)", "n IN (size(s), :five)", "n = :one OR n = :five",
        "n = :one AND n = :five",
        "n = :one AND s = :a OR b = :yes", "b = :yes OR n = :one AND s = :a", "(b = :yes OR n = :one) AND s = :a", "NOT n = :one",
        "not not n = :five",
        "NOT (n = :one OR n = :five)", "NOT n = :one AND s = :a", "(n) = :five", "n = (:five)", "(n = :five)", "#n = :five",
        "n=:five\nAND\tb=:yes",
        "size (s) = :two", "l [0] = :one", "l[ 0 ] = :one", "m . x = :y", "attribute_exists((n))", ":five = n", ":five = :fivetoo",
    ];

    private static string[] Syntax =>
    [
        " ", "n", "n =", "n = ", "n = :five and", "n == :five", "= :five", "n = :five :one", "n :five", "n = :five)", "(n = :five", "()",
        "(n)", "not n", "NOT",
        "n = 5", "n = 'x'", "n = \"x\"", "n = -1", "n != :five", "n > = :five", "n && :five", "n = :five ; x", "n = :five, n = :five",
        "n = :five = :five",
        "n = :five AND AND", "n AND :five", "(n = :five) = :five", "n = (n = :five)", "n IN :five", "n IN ()", "n IN (:five",
        "n IN (:five,)", "n BETWEEN :one",
        "n BETWEEN :one OR :five", "between = :five", "and = :five", "m..x = :y", "m. = :y", ".x = :y", "l[-1] = :one", "l[a] = :one",
        "l[] = :one", "l[0 = :one",
        "[0] = :one", "l[99999999999] = :one", "1a = :five", "_a = :five", "a-b = :five", "é = :five", "# = :five", ": = n",
        "a.1 = :five", "a.and = :five",
        "SET = :five", "n = :five and add = :five", "attribute_exists(n", "attribute_exists()", "attribute_exists n",
        "n = :five NOT b = :yes",
    ];

    private static string[] Checks =>
    [
        "name = :five", "NAME = :five", "m.name = :five", "name(n)", "foo(n)", "ATTRIBUTE_EXISTS(n)", "size(n)",
        "attribute_exists(n) = :yes", "n = attribute_exists(s)",
        "n = foo(s)", "n = if_not_exists(s, n)", "list_append(l, l)",
        "size(attribute_exists(n)) = :one", "contains(n, attribute_exists(s))", "((n = :five))", "((n)) = :five",
        "n = ((:five))",
        "((n = :five)) and foo(n)", "name = :zz and foo(n)", "size(n) and name = :five", "n = :zz", "#zz = :five", "#zz = :zz", ":zz = #zz",
        "n = :zz and attribute_exists(n, n)", "attribute_exists(n, n)", "attribute_exists(:five)", "attribute_exists(size(n))",
        "begins_with(s)", "begins_with(s, :a, :y)",
        "attribute_type(n)", "size(s, s) = :one", "n < :map", "n < :yes", "n < :none", "n < :list", "n < :ab", ":map < n",
        "n BETWEEN :yes AND :yes",
        "n BETWEEN :nine AND :one", "n BETWEEN :nine AND :a", "n BETWEEN n AND :nine", "n BETWEEN :one AND n", "n IN (:one, n)", "n = n",
        "n = #n", "l[0] = l[0]", "m.x <> m.#x",
        "begins_with(s, s)", "contains(s, s)", "begins_with(s, :five)", "begins_with(:five, s)", "begins_with(s, size(s))",
        "size(:five) = :one", "size(:yes) = :one",
        "size(size(s)) = :one", "attribute_type(n, :typeX)", "attribute_type(n, :five)", "contains(:five, n)", "contains(:yes, n)",
        "size(s) = size(s)", "s = s and n = :zz",
        "n IN (" + string.Join(",", Enumerable.Repeat(":five", 101)) + ")", "n IN (" + string.Join(",", Enumerable.Repeat(":five", 100))
        + ")",
        "n = :five" + new string(' ', 4100), "n = :five" + new string(' ', 4096 - 9),
    ];
}
