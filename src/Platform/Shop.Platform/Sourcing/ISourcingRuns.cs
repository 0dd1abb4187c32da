using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>Starts sourcing runs for other slices: search at the suppliers, import to drafts.</summary>
public interface ISourcingRuns
{
    /// <summary>
    /// Starts a run. Adds to the scope's <c>ShopDb</c> without saving; it runs once that is saved. The same key is the same run.
    /// </summary>
    /// <returns>Id of the run; a problem when the request cannot be right.</returns>
    Task<Outcome<Guid>> StartAsync(SourcingRequest request, CancellationToken cancellationToken);
}

/// <param name="Key">The same key is one run, for example <c>research:{candidateId}</c>.</param>
/// <param name="Words">What to search for at the connected suppliers.</param>
/// <param name="MaxProducts">How many offers to import at most.</param>
/// <param name="Category">Name of the category to file the drafts under. Null leaves it to sourcing.</param>
/// <param name="Why">Shown with the run, for example <c>Research: score 81 of 100</c>.</param>
/// <param name="Actor">Who asked: a staff member, or <c>research</c> for the automatic way.</param>
public sealed record SourcingRequest(string Key, string Words, int MaxProducts, string? Category, string Why, string Actor)
{
    /// <summary>0 to 100, kept with the drafts. Null without.</summary>
    public decimal? DemandScore { get; init; }
}
