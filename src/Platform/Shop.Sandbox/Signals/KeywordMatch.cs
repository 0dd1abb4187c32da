using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.Signals;

/// <summary>Which families a search term is about.</summary>
internal static class KeywordMatch
{
    public static IReadOnlyList<Family> Families(ProductCatalogue catalogue, string term)
    {
        var words = ProductSearch.Fold(term).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0) return [];
        var exact = catalogue.Families.Where(family => family.Keywords.Any(keyword => Words(keyword).SetEquals(words))).ToList();
        if (exact.Count > 0) return exact;
        return [.. catalogue.Families.Where(family =>
            family.Keywords.Concat(family.Types.Select(type => type.En)).Concat(family.Types.Select(type => type.Fr))
                .Any(text => Words(text) is { Count: > 0 } own && (own.IsSubsetOf(words) || words.IsSubsetOf(own))))];
    }

    private static HashSet<string> Words(string text) =>
        [.. ProductSearch.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem)];

    private static string Stem(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;
}
