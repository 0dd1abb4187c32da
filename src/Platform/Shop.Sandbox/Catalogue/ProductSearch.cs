using System.Globalization;
using System.Text;

namespace Shop.Sandbox.Catalogue;

/// <summary>Word search over titles in three languages, best match first, then by popularity.</summary>
internal sealed class ProductSearch
{
    private readonly List<(Product Product, string Text)> entries;

    public ProductSearch(IEnumerable<Product> products)
    {
        entries = [.. products.Select(product => (product, TextOf(product)))];
    }

    public IReadOnlyList<Product> Find(string? words)
    {
        var terms = Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (terms.Length == 0) return [.. entries.Select(entry => entry.Product).OrderByDescending(product => product.Fame.Sold)];
        var found = entries
            .Select(entry => (entry.Product, Hits: terms.Count(term => Holds(entry.Text, term))))
            .Where(hit => hit.Hits > 0)
            .ToList();
        if (found.Count == 0) return [];
        var best = found.Max(hit => hit.Hits);
        return [.. found.Where(hit => hit.Hits == best).Select(hit => hit.Product).OrderByDescending(product => product.Fame.Sold).ThenBy(product => product.Index)];
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return folded.ToString();
    }

    // A term must start a word (so "mat" does not find "automatic"); Chinese has no word borders.
    private static bool Holds(string text, string term)
    {
        var singular = term.Length > 3 && term.EndsWith('s') ? term[..^1] : term;
        return text.Contains(" " + singular, StringComparison.Ordinal) || (singular[0] > '\u2E80' && text.Contains(singular, StringComparison.Ordinal));
    }

    private static string TextOf(Product product) =>
        " " + Fold($"{product.Title.En} {product.Title.Fr} {product.Title.Zh} {string.Join(' ', product.Family.Keywords)} {product.Family.Group.Department.En}");
}
