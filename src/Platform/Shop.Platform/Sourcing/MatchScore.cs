using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;

namespace Shop.Platform.Sourcing;

/// <summary>How surely two offers are the same item, from 0 to 1, with the reason in words. Pure.</summary>
internal static class MatchScore
{
    /// <summary>Below this it is another item and is not proposed.</summary>
    public const decimal Least = 0.45m;

    public static (decimal Score, string Why) Compare(Offer ours, Offer other, IReadOnlyList<KeyValuePair<string, string>> options, OfferVariant variant)
    {
        var title = Overlap(SearchWords.Words(ours.Title), SearchWords.Words(other.Title));
        var specs = ours.Specifications.Count == 0 || other.Specifications.Count == 0 ? (decimal?)null : Overlap(Pairs(ours), Pairs(other));
        var fit = Options(options, variant.Options);
        var score = specs is { } s ? title * 0.5m + s * 0.2m + fit * 0.3m : title * 0.65m + fit * 0.35m;
        var why = FormattableString.Invariant($"Title {title:P0} alike") + (specs is { } known ? FormattableString.Invariant($", specifications {known:P0}") : "") +
            (fit == 1m ? ", same options" : FormattableString.Invariant($", options {fit:P0}"));
        return (Math.Round(score, 2), why);
    }

    /// <summary>Part of the wanted option values that the variant has, whatever the option is called.</summary>
    public static decimal Options(IReadOnlyList<KeyValuePair<string, string>> wanted, IReadOnlyList<KeyValuePair<string, string>> has)
    {
        if (wanted.Count == 0)
            return has.Count == 0 ? 1m : 0.5m;
        var values = has.SelectMany(h => SearchWords.Words(h.Value)).ToHashSet();
        return wanted.Average(w => SearchWords.Words(w.Value) is { Count: > 0 } words && words.All(values.Contains) ? 1m : 0m);
    }

    private static IReadOnlyList<string> Pairs(Offer offer) =>
        [.. offer.Specifications.Select(s => string.Join(' ', SearchWords.Words($"{s.Key} {s.Value}"))).Distinct()];

    /// <summary>Dice's coefficient.</summary>
    private static decimal Overlap(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count + b.Count == 0 ? 0m : 2m * a.Intersect(b).Count() / (a.Count + b.Count);
}
