namespace TestSupport;

/// <summary>DynamoDB servers and clients of others, which npm installs into tests/peers.</summary>
public static class Peers
{
    private const string HowToInstall = "install them with: npm ci --prefix tests/peers";

    /// <summary>The folder of Amazon's DynamoDB Local, which holds DynamoDBLocal.jar.</summary>
    public static string DynamoDbLocalFolder => Package("amplify-dynamodb-simulator", "emulator");

    /// <summary>The folder with the JavaScript packages.</summary>
    public static string Folder => RepositoryRoot.Combine("tests", "peers");

    /// <summary>Ends the test where a file of a package is missing, and says how to get it.</summary>
    public static string Package(string name, params string[] parts)
    {
        var path = Path.Combine([Folder, "node_modules", name, .. parts]);
        if (!Path.Exists(path)) OutsidePart.Missing($"The npm package {name} is not installed in tests/peers; {HowToInstall}");
        return path;
    }

    /// <summary>Ends the test where a program is not on the PATH.</summary>
    public static string Program(string name)
    {
        var path = OutsidePart.FindProgram(name);
        if (path is null) OutsidePart.Missing($"The program {name} is not on the PATH; install it with the system's packages");
        return path!;
    }
}
