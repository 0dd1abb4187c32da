using Shop.Platform.ConnectorHosting;
using Shop.Platform.MarketResearch.Topics;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>One thing to ask one source.</summary>
internal sealed record Question(ReadingKind Kind, string Source, string Subject)
{
    private const string CategoryPrefix = "category:";

    public bool IsCategory => Subject.StartsWith(CategoryPrefix, StringComparison.Ordinal);

    public static string OfCategory(string key) => CategoryPrefix + key;

    /// <summary>All questions of a run, in the order asked: the cheap and telling ones first.</summary>
    public static IReadOnlyList<Question> Plan(IReadOnlyList<Topic> topics, IReadOnlyList<InstalledConnector> installed)
    {
        var sources = installed.Where(c => c.Capabilities.Contains("read-signals")).Select(c => c.Id).Order(StringComparer.Ordinal).ToList();
        var suppliers = installed.Where(c => c.Capabilities.Contains("search-offers")).Select(c => c.Id).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. from category in topics.Select(t => t.Category).Distinct() from source in sources select new Question(ReadingKind.Signals, source, OfCategory(category)),
            .. from topic in topics from source in sources select new Question(ReadingKind.Signals, source, topic.Words),
            .. from topic in topics from supplier in suppliers
               from kind in new[] { ReadingKind.Search, ReadingKind.Landed } select new Question(kind, supplier, topic.Words),
        ];
    }
}
