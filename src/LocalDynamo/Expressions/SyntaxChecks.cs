using LocalDynamo.Http;

namespace LocalDynamo.Expressions;

/// <summary>What is checked on the whole expression before any placeholder is looked at, in DynamoDB's order.</summary>
internal static class SyntaxChecks
{
    private static readonly string[] ConditionFunctions =
        ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains"];
    private static readonly string[] UpdateFunctions = ["if_not_exists", "list_append"];

    /// <exception cref="DynamoException">Redundant parentheses, an unknown or misplaced function, or a reserved word.</exception>
    public static void Check(ExpressionKind kind, SyntaxNode root)
    {
        CheckParentheses(kind, root);
        CheckWords(kind, root, asOperand: false);
    }

    /// <exception cref="DynamoException">A name in the path is a reserved word.</exception>
    public static void CheckPath(ExpressionKind kind, PathSyntax path)
    {
        foreach (var step in path.Steps)
        {
            if (step.Name is { } name && name[0] != '#' && ReservedWords.Contains(name))
                throw kind.Error($"Attribute name is a reserved keyword; reserved keyword: {name}");
        }
    }

    /// <exception cref="DynamoException">The same, in an action of an update.</exception>
    public static void CheckAction(ExpressionKind kind, ActionSyntax action)
    {
        CheckPath(kind, action.Path);
        if (action.Value is null) return;
        CheckParentheses(kind, action.Value);
        CheckWords(kind, action.Value, asOperand: true);
    }

    private static void CheckParentheses(ExpressionKind kind, SyntaxNode node)
    {
        if (node.Parentheses > 1) throw kind.Error("The expression has redundant parentheses;");
        foreach (var child in node.Children) CheckParentheses(kind, child);
    }

    private static void CheckWords(ExpressionKind kind, SyntaxNode node, bool asOperand)
    {
        if (node is PathSyntax path) CheckPath(kind, path);
        if (node is FunctionSyntax function) CheckFunction(kind, function, asOperand);
        var operands = node is ComparisonSyntax or BetweenSyntax or InSyntax or FunctionSyntax;
        foreach (var child in node.Children)
        {
            // It is the whole of what is set, or nothing.
            if (child is FunctionSyntax { Name: "list_append" } && kind == ExpressionKind.Update) throw Misplaced(kind, "list_append");
            CheckWords(kind, child, operands);
        }
    }

    private static void CheckFunction(ExpressionKind kind, FunctionSyntax function, bool asOperand)
    {
        var isCondition = ConditionFunctions.Contains(function.Name);
        var isUpdate = UpdateFunctions.Contains(function.Name);
        if (kind == ExpressionKind.Update && isUpdate) return;
        if (isUpdate || (kind == ExpressionKind.Update && (isCondition || function.Name == "size")))
        {
            throw kind.Error(
                $"The function is not allowed in {(isUpdate ? "a condition" : "an update")} expression; function: {function.Name}");
        }

        if (!isCondition && function.Name != "size") throw kind.Error($"Invalid function name; function: {function.Name}");
        if (isCondition == asOperand) throw Misplaced(kind, function.Name);
    }

    private static DynamoException Misplaced(ExpressionKind kind, string function) =>
        kind.Error($"The function is not allowed to be used this way in an expression; function: {function}");
}
