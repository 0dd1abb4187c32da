using System.Globalization;
using System.Text;

namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>Is a product title about a topic? All words of the topic must occur, in any order, plural or not, accents aside.</summary>
internal static class TitleMatch
{
    public static bool Matches(string topic, string title)
    {
        var words = Words(topic);
        return words.Count > 0 && words.IsSubsetOf(Words(title));
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                Take(words, word);
        }
        Take(words, word);
        return words;
    }

    private static void Take(HashSet<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(Stem(word.ToString()));
        word.Clear();
    }

    private static string Stem(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && (word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;
}
