namespace YuGong.Content;

/// <summary>The form of an id: lower case ASCII letters, digits and single hyphens, at most 64 characters.</summary>
public static class Slug
{
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= 64 && text[0] != '-' && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
