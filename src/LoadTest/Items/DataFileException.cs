using System.Globalization;

namespace LoadTest.Items;

/// <summary>Why a file cannot be used that items are made from.</summary>
/// <param name="line">The line, from one.</param>
/// <param name="reason">What is wrong there.</param>
public sealed class DataFileException(long line, string reason) : Exception(string.Create(CultureInfo.InvariantCulture, $"line {line}: {reason}"));
