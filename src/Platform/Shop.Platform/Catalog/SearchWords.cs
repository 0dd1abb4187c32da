using System.Globalization;
using System.Text;

namespace Shop.Platform.Catalog;

/// <summary>Folds text for search, the same way for index and query: lower case, no accents, English and French plural endings removed.</summary>
public static class SearchWords
{
    /// <summary>Words shorter than this must match whole; longer ones match from their beginning.</summary>
    private const int PrefixFrom = 4;

    /// <summary>Folded words between blanks, at most <paramref name="limit"/> characters.</summary>
    public static string Index(string text, int limit)
    {
        var index = new StringBuilder(" ");
        foreach (var word in Split(text).Select(Stem).Distinct())
        {
            if (index.Length + word.Length + 1 > limit)
                break;
            index.Append(word).Append(' ');
        }
        return index.ToString();
    }

    /// <summary>What an index must contain, word by word; at most eight.</summary>
    public static IReadOnlyList<string> Query(string text) =>
        [.. Split(text).Select(Stem).Distinct().Take(8).Select(w => w.Length < PrefixFrom ? $" {w} " : $" {w}")];

    /// <summary>Folded and stemmed words, for comparing titles.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Split(text).Select(Stem).Distinct()];

    internal static string Stem(string word)
    {
        if (word.Length < PrefixFrom)
            return word;
        if (word.EndsWith("ux", StringComparison.Ordinal))
            word = word[..^1];
        else if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            word = word[..^1];
        // "batterie", "batteries" and "battery" meet; so do "boxes" and "box", "tâche" and "tâches".
        if (word.Length >= PrefixFrom && word[^1] == 'e')
            word = word[..^1];
        return word[^1] == 'y' && word.Length >= PrefixFrom ? word[..^1] + 'i' : word;
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && word.Length > 0)
                yield return Take(word);
        }
        if (word.Length > 0)
            yield return Take(word);
    }

    private static string Take(StringBuilder word)
    {
        var text = word.ToString(0, Math.Min(word.Length, 40));
        word.Clear();
        return text;
    }
}
