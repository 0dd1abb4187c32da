using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch;

/// <summary>Market research of the current tenant, for the admin portal and the API.</summary>
public interface IMarketResearch
{
    /// <summary>Starts a run; it collects, scores and reports in the background. A run that is still going is a conflict.</summary>
    Task<Outcome<RunSummary>> StartAsync(StartResearchRequest request, string actor, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<RunSummary>> ListAsync(int page, int pageSize, CancellationToken cancellationToken);

    Task<RunDetails?> FindAsync(Id<ResearchRun> id, CancellationToken cancellationToken);

    /// <summary>Turns a candidate into a sourcing run. Doing it again gives the same run.</summary>
    /// <param name="maxProducts">Null for the merchant's setting.</param>
    Task<Outcome<SourcedCandidate>> SourceAsync(Id<ResearchCandidate> id, int? maxProducts, string actor, CancellationToken cancellationToken);

    Task<ResearchLimits> LimitsAsync(CancellationToken cancellationToken);

    Task<Outcome<ResearchLimits>> ChangeLimitsAsync(ResearchLimits limits, string actor, CancellationToken cancellationToken);

    /// <summary>What Canadians buy, by category: the topics of a run for which the merchant names none.</summary>
    IReadOnlyList<TopicCategory> Seeds { get; }

    /// <summary>How a score is made: the weights in points, their sum is 100.</summary>
    IReadOnlyList<ScoreWeight> Weights { get; }
}

/// <param name="Topics">Product ideas in the merchant's words. Null or empty with no categories: the merchant's own list, else the seeds.</param>
/// <param name="Categories">Keys of seed categories whose topics are researched.</param>
public sealed record StartResearchRequest(IReadOnlyList<string>? Topics = null, IReadOnlyList<string>? Categories = null);

public enum ResearchStatus
{
    Collecting,
    Scored,
    Finished,
}

/// <param name="Answered">Questions to sources answered so far, of <paramref name="Questions"/>.</param>
public sealed record RunSummary(
    Id<ResearchRun> Id, ResearchStatus Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string StartedBy, int Topics,
    int Scored, int Abstained, int Answered, int Questions, string? TopTopic, decimal? TopScore);

public sealed record RunDetails(
    RunSummary Summary, IReadOnlyList<SourceReport> Sources, IReadOnlyList<CategoryScore> Categories, IReadOnlyList<CandidateView> Candidates, string? Report);

/// <summary>How a source behaved in a run.</summary>
/// <param name="Missing">Questions it should have answered and did not: missing evidence, never zero.</param>
/// <param name="Problem">Why, in the source's words. Null when nothing is missing.</param>
public sealed record SourceReport(string Source, int Answered, int Missing, string? Problem);

/// <param name="Score">Median of the category's scored topics. Null when all abstained.</param>
public sealed record CategoryScore(string Category, decimal? Score, int Scored, int Abstained);

/// <param name="Score">0 to 100; null when the evidence does not suffice.</param>
/// <param name="Low">The score if everything unknown were bad.</param>
/// <param name="High">The score if everything unknown were good.</param>
/// <param name="Quality"><c>good</c>, <c>fair</c>, <c>poor</c> or <c>insufficient</c>.</param>
/// <param name="SourcingRunId">Set once it was turned into a sourcing run.</param>
public sealed record CandidateView(
    Id<ResearchCandidate> Id, int Rank, string Topic, string Category, decimal? Score, decimal Low, decimal High, string Quality,
    IReadOnlyList<ScoreComponent> Components, DemandForecast? Forecast, IReadOnlyList<string> Reasons, Guid? SourcingRunId, DateTimeOffset? SourcedAt);

/// <param name="Value">0 to 100; null when there is no evidence.</param>
/// <param name="Reason">One sentence: what the value means, or what is missing.</param>
public sealed record ScoreComponent(string Key, int Weight, decimal? Value, string Reason, IReadOnlyList<Evidence> Evidence);

/// <summary>One observed fact behind a component.</summary>
/// <param name="Address">Where a person can see it. Null when there is no page for it.</param>
public sealed record Evidence(string Source, string? Address, string What, string Value, DateTimeOffset ObservedAt);

public sealed record ScoreWeight(string Key, int Weight, string Meaning);

public sealed record TopicCategory(string Key, string NameEn, string NameFr, IReadOnlyList<string> Topics);

public sealed record SourcedCandidate(Id<ResearchCandidate> CandidateId, Guid SourcingRunId, bool AlreadySourced);

/// <summary>What the merchant allows research to do by itself.</summary>
/// <param name="AutoSource">Off by default.</param>
/// <param name="MinScore">Least score, counted with everything unknown taken as bad.</param>
/// <param name="Topics">The merchant's own list; empty uses the seeds.</param>
public sealed record ResearchLimits(bool AutoSource, int MaxRunsPerWeek, int MaxProductsPerRun, decimal MinScore, IReadOnlyList<string> Topics)
{
    public static ResearchLimits Default { get; } = new(false, 3, 25, 60m, []);
}
