using Shop.Connectors.Sdk;
using Shop.Platform.MarketResearch.Forecasting;
using Shop.Platform.MarketResearch.Scoring;
using Shop.Platform.MarketResearch.Topics;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>From a run's readings to the evidence of one topic. Knows series by their name and unit, not by their source.</summary>
internal static class GatherEvidence
{
    private const int LeastWeeksAfterBreak = 104;

    public static TopicEvidence Of(Topic topic, IReadOnlyList<ResearchReading> readings)
    {
        var known = readings.Where(r => r.Payload is not null).ToList();
        return new TopicEvidence(topic.Words, topic.Category)
        {
            Interest = known.Where(r => r.Kind == ReadingKind.Signals && r.Subject == topic.Words).Select(InterestOf).FirstOrDefault(i => i is not null),
            BestSellers = known.Where(r => r.Kind == ReadingKind.Signals && r.Subject == Question.OfCategory(topic.Category))
                .Select(r => BestSellersOf(r, topic.Words)).FirstOrDefault(b => b is not null),
            Supply = SupplyOf(topic.Words, known),
        };
    }

    private static Interest? InterestOf(ResearchReading reading)
    {
        var series = Json.Read<List<IReadSignals.Series>>(reading.Payload!);
        if (series.FirstOrDefault(s => s.Name == "search-interest") is not { } interest || WeeklySeries.From(interest.Points) is not { } weeks)
            return null;
        // A jump where the source changed its way of counting is not demand; without two years after it the whole series is still better than nothing.
        foreach (var mark in series.Where(s => s.Name == "collection-break").SelectMany(s => s.Points).OrderByDescending(p => p.Key))
        {
            var after = weeks.After(DateOnly.FromDateTime(mark.Key.UtcDateTime));
            if (after.Values.Count >= LeastWeeksAfterBreak)
                return new Interest(reading.Source, interest.Source, reading.ObservedAt, after);
        }
        return new Interest(reading.Source, interest.Source, reading.ObservedAt, weeks);
    }

    private static BestSellers? BestSellersOf(ResearchReading reading, string topic)
    {
        var series = Json.Read<List<IReadSignals.Series>>(reading.Payload!);
        var ranks = series.Where(s => s.Unit == "rank" && s.Points.Count > 0).ToList();
        if (ranks.Count == 0)
            return null;
        var prices = series.Where(s => s.Unit == "CAD" && s.Points.Count > 0 && s.Source is not null)
            .GroupBy(s => s.Source!).ToDictionary(g => g.Key, g => g.First().Points[^1].Value);
        return new BestSellers(reading.Source, reading.ObservedAt, ranks.Count, [.. ranks.Where(s => TitleMatch.Matches(topic, s.Name))
            .Select(s => new RankedProduct(s.Name, (int)s.Points[^1].Value, s.Source is { } page && prices.TryGetValue(page, out var price) ? price : null, s.Source))]);
    }

    private static Supply? SupplyOf(string topic, List<ResearchReading> readings)
    {
        var searches = readings.Where(r => r.Kind == ReadingKind.Search && r.Subject == topic).Select(r => (Reading: r, Payload: Json.Read<SearchPayload>(r.Payload!))).ToList();
        if (searches.Count == 0)
            return null;
        var totals = searches.Select(s => s.Payload.Total).OfType<long>().ToList();
        var landed = readings.Where(r => r.Kind == ReadingKind.Landed && r.Subject == topic)
            .Select(r => (Reading: r, Payload: Json.Read<LandedPayload>(r.Payload!)))
            .OrderBy(l => l.Payload.ShippingCad is null).ThenBy(l => l.Payload.PriceCad + (l.Payload.ShippingCad ?? 0))
            .Select(l => new LandedOffer(l.Reading.Source, l.Payload.Title, l.Payload.PriceCad, l.Payload.ShippingCad, l.Payload.Url, l.Reading.ObservedAt)).FirstOrDefault();
        return new Supply([.. searches.Select(s => s.Reading.Source)], searches.Min(s => s.Reading.ObservedAt),
            searches.Count(s => s.Payload.Offers.Count > 0), totals.Count == 0 ? null : totals.Sum(), landed);
    }
}
