using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Control;

/// <summary>The hidden demand in plain words, so that research can be judged by it.</summary>
internal static class DemandTruth
{
    public static JsonObject Of(Demand demand, ProductCatalogue catalogue, TimeProvider time)
    {
        var week = Demand.WeekOf(time.GetUtcNow());
        var families = catalogue.Families
            .Select(family => (Family: family, Now: demand.At(family, week, noisy: false), Next: Ahead(demand, family, week)))
            .OrderByDescending(row => row.Next)
            .Select((row, rank) => (JsonNode?)Row(row.Family, row.Now, row.Next, rank + 1, catalogue));
        return new JsonObject
        {
            ["formula"] = "interest(week) = level * exp(yearlyTrend * yearsSince2026-01-04) * exp(season * (cos(2π(dayOfYear - 7*peakWeek)/365.25) - 0.3)) * exp(0.06 * noise)",
            ["product"] = "a product's share of its family's demand is proportional to its appeal; sales counts, best-seller ranks and posts follow it",
            ["week"] = week.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["families"] = Json.Array(families),
        };
    }

    private static double Ahead(Demand demand, Family family, DateOnly week) => Enumerable.Range(1, 8).Average(n => demand.At(family, week.AddDays(7 * n), noisy: false));

    private static JsonObject Row(Family family, double now, double next, int rank, ProductCatalogue catalogue) => new()
    {
        ["rank"] = rank,
        ["family"] = family.Key,
        ["keywords"] = Json.Array(family.Keywords.Select(word => (JsonNode?)word)),
        ["category"] = family.Group.Department.En,
        ["level"] = family.Demand.Level,
        ["yearlyTrend"] = family.Demand.YearlyTrend,
        ["season"] = family.Demand.Season,
        ["peakWeek"] = family.Demand.PeakWeek,
        ["interestNow"] = Math.Round(now, 2),
        ["interestNext8Weeks"] = Math.Round(next, 2),
        ["bestProducts"] = Json.Array(catalogue.OfFamily(family).OrderByDescending(product => product.Fame.Appeal).Take(5)
            .Select(product => (JsonNode?)new JsonObject { ["productId"] = product.Id, ["title"] = product.Title.En, ["appeal"] = Math.Round(product.Fame.Appeal, 3) })),
    };
}
