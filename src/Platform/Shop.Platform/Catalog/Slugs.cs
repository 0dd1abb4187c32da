using System.Globalization;
using System.Text;

namespace Shop.Platform.Catalog;

/// <summary>Words as the last part of an address.</summary>
internal static class Slugs
{
    /// <summary>Lower-case letters and digits of ASCII with single dashes, at most 80 characters; never empty.</summary>
    public static string From(string text, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var cut = slug.ToString(0, Math.Min(slug.Length, 80)).Trim('-');
        return cut.Length > 0 ? cut : otherwise;
    }

    /// <summary><paramref name="slug"/>, or it with the first number that is free.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken)
    {
        for (var n = 1; ; n++)
        {
            var candidate = n == 1 ? slug : $"{slug}-{n}";
            if (!taken.Contains(candidate))
                return candidate;
        }
    }
}
