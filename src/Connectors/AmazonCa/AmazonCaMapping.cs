using Shop.Connectors.AmazonCa.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AmazonCa;

/// <summary>From a best-seller page to series. Pure.</summary>
internal static class AmazonCaMapping
{
    public static Answer<IReadOnlyList<IReadSignals.Series>> Series(string html, DateTimeOffset at)
    {
        if (RobotCheck.Is(html))
            return AmazonCaClient.Wall();
        if (RankList.Read(html) is not { Count: > 0 } ranks)
            return html.Contains("data-client-recs-list", StringComparison.Ordinal) ? Changed("data-client-recs-list", "not the known list")
                // Without any grid the page is a wall of a form not seen before: a person must look.
                : html.Contains("zg-bdg-text", StringComparison.Ordinal) ? Changed("data-client-recs-list", "missing") : AmazonCaClient.Wall("no-grid");
        var cards = CardReader.Read(html).ToDictionary(card => card.Asin);
        var disagreeing = ranks.FirstOrDefault(row => cards.GetValueOrDefault(row.Key)?.Rank is { } shown && shown != row.Value);
        if (disagreeing.Key is not null)
            return Changed("render.zg.rank", $"{disagreeing.Key} has another rank on its card");
        if (cards.Values.Select(card => card.Price?.Currency).OfType<string>().Distinct().Skip(1).Any())
            return Changed("p13n-sc-price", "prices in several currencies on one page");
        return ranks.SelectMany(row => Of(row.Key, row.Value, cards.GetValueOrDefault(row.Key), at)).ToList();
    }

    private static IEnumerable<IReadSignals.Series> Of(string asin, int rank, Card? card, DateTimeOffset at)
    {
        var name = card?.Title ?? asin;
        yield return One(name, "rank", rank);
        if (card?.Price is { } price) yield return One(name, price.Currency, price.Value);
        if (card?.Rating is { } rating) yield return One(name, "rating-of-5", rating);
        if (card?.Ratings is { } count) yield return One(name, "ratings", count);

        IReadSignals.Series One(string title, string unit, decimal value) => new(title, unit, [new(at, value)]) { Source = $"https://www.amazon.ca/dp/{asin}" };
    }

    private static Fault Changed(string field, string problem) => new(
        FaultKind.LayoutChanged, "Amazon.ca's best-seller page has a form this connector does not know. Nothing was taken from it.")
    {
        Field = field,
        Detail = $"{field}: {problem}",
    };
}
