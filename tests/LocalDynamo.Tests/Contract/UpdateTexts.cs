namespace LocalDynamo.Tests.Contract;

/// <summary>The updates that <see cref="UpdateCases"/> makes to one item.</summary>
internal static class UpdateTexts
{
    public static IReadOnlyList<string> All { get; } = [.. Evaluation, .. Refused, .. Syntax, .. Checks];

    private static string[] Evaluation =>
    [
        "SET n = n + :one", "SET n = n - :one, s = :s", "SET q = if_not_exists(q, :one)", "SET n = if_not_exists(q, n) + :one",
        "SET q = if_not_exists(l[0], :s)", "SET n = if_not_exists(q, if_not_exists(r, :one))", "SET n = if_not_exists((q), (:one))",
        "SET l = list_append(l, :l)", "SET l = list_append(:l, l)", "SET l = list_append(if_not_exists(zz, :l), :l)",
        "SET n = list_append(:l, :l)", "SET q = n + n", "SET n = :one - :two", "SET n = n + :tiny", "SET n = n - n", "SET n = -:one",
        "SET l[0] = :s, l[9] = :s", "SET l[5] = :s, l[4] = :one", "SET l[1] = l[0], l[0] = l[1]", "SET l = :l, m.x = l[0]",
        "SET s = n, n = s", "SET m.x = m.y, m.y = m.x", "SET m.w = :map", "SET m.#x = :s", "SET #n = #n + :one",
        "REMOVE l[0], l[1]", "REMOVE zz", "REMOVE m.zz", "REMOVE l[7]", "REMOVE m.y.z", "REMOVE n, s", "REMOVE l[0] SET m.x = l[1]",
        "REMOVE l[0] SET l[3] = :s", "SET l[0] = :s REMOVE l[1]", "ADD n :one", "ADD n :two", "ADD zz :one", "ADD ss :ss", "ADD zz :ss",
        "ADD ns :ns", "ADD bs :bs", "ADD m.x :one", "ADD m.q :one", "ADD l[0] :one", "ADD n :one, q :one", "DELETE ss :ss",
        "DELETE ss :ab", "DELETE zz :ss", "DELETE ns :ns", "DELETE bs :bs", "REMOVE n SET s = :s ADD q :one DELETE ss :ss",
        "set n = :one remove s", "SET n = (:one)", "SET n = n + (:one)", "SET n = (n) + :one", "SET n = (n + :one)",
        "SET n = (if_not_exists(q, :one))", "SET n=n+:one", "SET n=n-:one", "SET\tn\n=\n:one", "SET q = :empty", "SET q = :yes, r = :none",
    ];

    private static string[] Refused =>
    [
        "SET zz = qq", "SET zz = qq + :one", "SET n = s + :one", "SET n = n - s", "SET m.q.r = :one", "SET zz.a = :one", "SET n.a = :one",
        "SET l.a = :one", "SET m[0] = :one", "REMOVE zz.a", "REMOVE s.x", "SET pk = :s", "SET pk.a = :one", "REMOVE pk", "ADD pk :one",
        "ADD s :one", "ADD n :ss", "ADD ss :ns", "DELETE s :ss", "DELETE ns :ss", "DELETE m.x :ss", "SET n = if_not_exists(q, :s) + :one",
        "SET n = list_append(l, n)", "SET n = list_append(l, zz)", "SET n = :big + :big", "SET n = n + :big", "ADD n :big",
        "SET n = list_append(n, :l)", "SET n = if_not_exists(q, zz)",
    ];

    private static string[] Syntax =>
    [
        " ", "n = :one", "SET", "SET n", "SET n =", "SET n = 5", "SET n = :one,", "SET n = n * :one", "SET n = n + :one + :one",
        "SET n == :one", "FOO n = :one", "SET n = :one AND s = :s", "SET n = - :one", "SET (n) = :one", "SET n = :one + (n + :one)",
        "SET n = list_append(n + :one, :l)", "SET n = if_not_exists(n, n + :one)", "SET n = if_not_exists()", "SET n = if_not_exists(",
        "SET n = if_not_exists(q :one)", "SET n = :one, ADD q :one", "SET n = (:one", "SET n = :one)", "REMOVE", "REMOVE n,",
        "REMOVE n = :one", "REMOVE :one", "REMOVE (n)", "ADD n", "ADD n n", "ADD n = :one", "ADD (n) :one", "ADD n :one,",
        "ADD n if_not_exists(n, :one)", "DELETE ss", "DELETE ss ss", "SET l[-1] = :one", "SET l[9999999999] = :s", "SET :one = n",
        "SET n = :one; REMOVE s", "SET set = :one", "SET n = remove",
    ];

    private static string[] Checks =>
    [
        "SET n = :one, n = :s", "SET n = :one REMOVE n", "SET m.x = :one REMOVE m", "SET m.x = :one, m[0] = :one", "REMOVE n, #n",
        "SET a = :one, b = :s, a.c = :one", "SET n = :one SET s = :s", "REMOVE n REMOVE s", "ADD n :one ADD q :one",
        "DELETE ss :ss DELETE ns :ns", "SET n = foo(n, :one)", "SET n = size(s)", "SET n = attribute_exists(s)", "SET n = contains(s, :s)",
        "SET n = If_Not_Exists(q, :one)", "SET n = if_not_exists(n)", "SET n = if_not_exists(q, :one, :one)",
        "SET n = if_not_exists(:one, :one)", "SET n = list_append(n)", "SET n = list_append(l, :s)", "SET n = list_append(:s, :zz)",
        "SET n = n + :s", "SET n = :s + :one", "SET q = n + :yes", "SET n = list_append(l, :l) + :one",
        "SET l = list_append(list_append(l, :l), :l)", "SET q = if_not_exists(q, list_append(l, :l))",
        "SET q = list_append(if_not_exists(l, :one), :l)", "SET n = :zz", "SET #zz = :one",
        "SET #zz = :zz", "SET name = :one", "SET n = name", "SET m.name = :one", "SET n = foo(name)", "SET n = :one SET name = :one",
        "SET n = foo(n) SET n = :one", "SET n = n + :s, n = :s", "SET n = :zz, n = :s", "SET n = ((:one))", "SET n = n + ((:one))",
        "ADD n :s", "ADD n :map", "ADD n :l", "ADD n :yes", "ADD n :none", "ADD n :bytes", "ADD n :zz", "ADD n :s, n :one", "DELETE n :one",
        "DELETE ss :s", "DELETE ss :l", "DELETE ss :map", "DELETE ss :yes",
    ];
}
