using Shop.Platform.MarketResearch.Scoring;

namespace Shop.Platform.Tests.MarketResearch;

public sealed class ScoreTopicTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_weights_add_up_to_a_hundred() => Assert.Equal(100, Weights.All.Sum(w => w.Weight));

    [Fact]
    public void The_score_rises_with_every_component_and_stays_in_range()
    {
        var topic = Full();
        var components = ScoreTopic.Score(topic).Components;
        foreach (var component in components)
        {
            decimal? last = null;
            for (var value = 0m; value <= 100; value += 10)
            {
                var scored = ScoreTopic.Weigh(topic, [.. components.Select(c => c.Key == component.Key ? c with { Value = value } : c)], null);
                Assert.InRange(scored.Score!.Value, 0, 100);
                Assert.True(last is null || scored.Score > last, $"{component.Key} at {value}");
                last = scored.Score;
            }
        }
    }

    [Fact]
    public void Measures_are_monotone_in_what_they_measure()
    {
        AssertMonotone(Enumerable.Range(-20, 41).Select(i => Measures.Growth(i / 10.0)));
        AssertMonotone(Enumerable.Range(0, 30).Select(i => Measures.Season(i / 10.0)));
        AssertMonotone(Enumerable.Range(1, 100).Select(i => Measures.BestSellers([101 - i])));
        AssertMonotone(Enumerable.Range(1, 20).Select(i => Measures.BestSellers(Enumerable.Repeat(20, i))));
        AssertMonotone(Enumerable.Range(0, 7).Select(i => Measures.Competition((long)Math.Pow(10, 6 - i))));
        AssertMonotone(Enumerable.Range(-10, 21).Select(i => Measures.Margin(i / 10.0)));
    }

    [Fact]
    public void Every_known_component_names_its_evidence()
    {
        var scored = ScoreTopic.Score(Full());
        Assert.Equal(("good", 100), (scored.Quality, scored.Coverage));
        Assert.All(scored.Components, c => Assert.NotEmpty(c.Evidence));
        Assert.All(scored.Components.SelectMany(c => c.Evidence), e => Assert.Equal(Now, e.ObservedAt));
        Assert.Equal(scored.Low, scored.High);
    }

    [Fact]
    public void Missing_evidence_is_not_a_zero_and_widens_the_bounds()
    {
        var full = ScoreTopic.Score(Full());
        var without = ScoreTopic.Score(Full() with { Supply = null });

        Assert.Null(without.Components.Single(c => c.Key == "margin").Value);
        Assert.Equal(30m, without.High - without.Low);
        Assert.Equal("fair", without.Quality);
        Assert.InRange(full.Score!.Value, without.Low, without.High);
        Assert.Contains("No supplier answered.", without.Reasons);
    }

    [Fact]
    public void Without_evidence_of_demand_there_is_no_score()
    {
        var nothing = ScoreTopic.Score(new TopicEvidence("yoga mat", "sports"));
        Assert.Equal((null, "insufficient"), (nothing.Score, nothing.Quality));
        var supplyOnly = ScoreTopic.Score(Full() with { Interest = null, BestSellers = new BestSellers("list", Now, 50, []) });
        Assert.Null(supplyOnly.Score);
        Assert.StartsWith("No score: neither", supplyOnly.Reasons[0], StringComparison.Ordinal);
        var interestOnly = ScoreTopic.Score(Full() with { BestSellers = null, Supply = null });
        Assert.StartsWith("No score: only 45 of 100", interestOnly.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void None_on_a_list_that_was_read_is_a_zero()
    {
        var scored = ScoreTopic.Score(Full() with { BestSellers = new BestSellers("list", Now, 50, []) });
        Assert.Equal(0m, scored.Components.Single(c => c.Key == "best-sellers").Value);
        Assert.Null(scored.Components.Single(c => c.Key == "price-level").Value);
    }

    [Theory]
    [InlineData("yoga mat", "Premium Yoga Mats, Non-Slip 6 mm", true)]
    [InlineData("yoga mat", "Bath mat", false)]
    [InlineData("étui", "ETUI de téléphone", true)]
    [InlineData("makeup brush", "Makeup Brushes Set", true)]
    [InlineData("rc car", "Scarecrow", false)]
    public void Titles_match_by_all_words(string topic, string title, bool matches) => Assert.Equal(matches, TitleMatch.Matches(topic, title));

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void The_ranking_follows_the_hidden_truth(int seed)
    {
        var truth = HiddenMarket.Make(new Random(seed), 60);
        var scores = truth.Select(p => (double)(ScoreTopic.Score(p.Evidence).Score ?? 0)).ToList();

        Assert.True(Spearman([.. truth.Select(p => p.Attractiveness)], [.. scores]) > 0.6, "score against truth");
        // The guard itself: scores dealt at random must not pass.
        var dice = new Random(seed);
        Assert.True(Spearman([.. truth.Select(p => p.Attractiveness)], [.. scores.OrderBy(_ => dice.Next())]) < 0.4, "shuffled scores");
    }

    internal static TopicEvidence Full() => new("yoga mat", "sports")
    {
        Interest = new Interest("trends", "https://trends.example/", Now, Synthetic.Weekly(Synthetic.AsIndex(Synthetic.Demand(new Random(1), 260, 50, 0.1, 0.3, 8)))),
        BestSellers = new BestSellers("list", Now, 50, [new RankedProduct("Yoga mat", 7, 39.99m, "https://list.example/1")]),
        Supply = new Supply(["supplier"], Now, 1, 900, new LandedOffer("supplier", "Yoga mat", 9m, 6m, "https://supplier.example/1", Now)),
    };

    private static void AssertMonotone(IEnumerable<double> values) => Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second >= pair.First));

    private static double Spearman(double[] a, double[] b)
    {
        var (ra, rb) = (Ranks(a), Ranks(b));
        var (ma, mb) = (ra.Average(), rb.Average());
        return ra.Zip(rb, (x, y) => (x - ma) * (y - mb)).Sum() / Math.Sqrt(ra.Sum(x => (x - ma) * (x - ma)) * rb.Sum(y => (y - mb) * (y - mb)));
    }

    private static double[] Ranks(double[] values) => [.. values.Select(v => values.Count(o => o < v) + (values.Count(o => o == v) / 2.0))];
}
