using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch.Topics;

/// <summary>What Canadians buy online, by category. A category's key is the term under which best-seller lists know it.</summary>
internal static class Seeds
{
    /// <summary>The category of topics that no seed knows: the overall list.</summary>
    public const string Everything = "all";

    public static IReadOnlyList<TopicCategory> All { get; } = Load();

    /// <summary>The topics of a run, with their categories. Unknown topics belong to <see cref="Everything"/>.</summary>
    public static IReadOnlyList<Topic> Resolve(IEnumerable<string> topics) =>
        [.. topics.Select(topic => new Topic(topic, CategoryOf(topic))).DistinctBy(topic => topic.Words.ToUpperInvariant())];

    private static string CategoryOf(string topic) =>
        All.FirstOrDefault(c => c.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase))?.Key
        ?? All.FirstOrDefault(c => c.Topics.Any(seed => Scoring.TitleMatch.Matches(seed, topic) || Scoring.TitleMatch.Matches(topic, seed)))?.Key
        ?? Everything;

    private static List<TopicCategory> Load()
    {
        using var stream = typeof(Seeds).Assembly.GetManifestResourceStream("Shop.Platform.MarketResearch.Topics.seeds.json")
            ?? throw new InvalidOperationException("seeds.json is not embedded.");
        return JsonSerializer.Deserialize<List<TopicCategory>>(stream, KernelJson.Options)!;
    }
}

/// <summary>A product idea and the category whose best-seller list it is looked for in.</summary>
internal sealed record Topic(string Words, string Category);
