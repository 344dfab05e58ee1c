using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Build.Images;

/// <summary>A fingerprint of the files that an image is made of.</summary>
internal static class ImageContent
{
    /// <summary>SHA-256 over names and bytes of the files in the order of their names, and over the base image: 64 hexadecimal digits.</summary>
    /// <param name="root">The folder that names are relative to.</param>
    /// <param name="files">The files; those that are gone do not count.</param>
    /// <param name="baseImage">The base image that was asked for; empty for the Dockerfile's.</param>
    public static string Hash(string root, IEnumerable<string> files, string baseImage)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(baseImage));
        foreach (var file in files.Where(File.Exists).Select(file => (Path: file, Name: Path.GetRelativePath(root, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(file.Name));
            Append(hash, File.ReadAllBytes(file.Path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // With its length in front, so that no two lists of parts look the same.
    private static void Append(IncrementalHash hash, byte[] part)
    {
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
