using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>Starts a search whose finds become drafts (workflow <c>source-products</c>).</summary>
public sealed class StartSourcingRun(ShopDb db, IIdSource ids, TimeProvider time, IWorkflows workflows, IConnectors connectors)
{
    public const int Most = 200;

    public async Task<Outcome<Id<SourcingRun>>> RunAsync(NewSourcingRun request, string actor, CancellationToken cancellationToken)
    {
        var staged = await StageAsync(request, actor, cancellationToken);
        if (!staged.Failed(out _, out _))
            await db.SaveChangesAsync(cancellationToken);
        return staged;
    }

    /// <summary>The same without saving, for a caller that commits it with something else.</summary>
    public async Task<Outcome<Id<SourcingRun>>> StageAsync(NewSourcingRun request, string actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Words) || request.Words.Length > 200)
            return Problem.InvalidField("words", "Say in 1 to 200 characters what to look for.");
        if (request.Limit is < 1 or > Most)
            return Problem.InvalidField("limit", $"Ask for 1 to {Most} products.");
        if (request.MaxPrice is <= 0m)
            return Problem.InvalidField("maxPrice", "The price limit is more than 0.");
        var connected = await connectors.SearchableAsync(cancellationToken);
        if (connected.Count == 0)
            return Problem.Conflict("sourcing.no-supplier", "Connect a supplier account first.");
        if (request.ConnectorId is { } one && !connected.Contains(one))
            return Problem.InvalidField("connectorId", $"The supplier '{one}' is not connected.");
        var id = ids.New<SourcingRun>();
        var run = new SourcingRun
        {
            Id = id,
            Key = request.Key ?? $"run:{id}",
            Why = request.Why,
            Words = request.Words.Trim(),
            Category = request.Category,
            ConnectorId = request.ConnectorId,
            Limit = request.Limit,
            MaxPrice = request.MaxPrice,
            Publish = request.Publish,
            DemandScore = request.DemandScore,
            Actor = actor,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(run);
        await workflows.StartAsync("source-products", run.Id.ToString(), new JsonObject { ["runId"] = run.Id.ToString() }, cancellationToken);
        db.Audit(actor, "sourcing.start-run", run.Id.ToString(), run.Words);
        return run.Id;
    }

    internal static async Task<IResult> HandleAsync(
        NewSourcingRun request, StartSourcingRun useCase, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var outcome = await useCase.RunAsync(request, user.ActorName(), cancellationToken);
        return outcome.Failed(out var problem, out var id)
            ? problem.ToHttp() : TypedResults.Accepted($"/api/admin/sourcing/runs/{id}", new StartedRun(id));
    }
}

/// <param name="Words">What to look for at the suppliers.</param>
/// <param name="Limit">Drafts wanted at most, 1 to 200.</param>
/// <param name="Category">Category path for the drafts, for example <c>Home / Kitchen</c>. Null leaves it to the offer.</param>
/// <param name="ConnectorId">One supplier only. Null for all that are connected.</param>
/// <param name="MaxPrice">Supplier price in CAD above which an offer is passed over. Null for no limit.</param>
/// <param name="Publish">Publish drafts that can be sold at once. Default false.</param>
/// <param name="DemandScore">0 to 100 from research. Null without.</param>
public sealed record NewSourcingRun(
    string Words, int Limit, string? Category = null, string? ConnectorId = null, decimal? MaxPrice = null, bool Publish = false, decimal? DemandScore = null)
{
    /// <summary>The same key is one run. Null for a run of its own.</summary>
    public string? Key { get; init; }

    /// <summary>Why it was asked for, shown with the run. Null when a person just did.</summary>
    public string? Why { get; init; }
}

public sealed record StartedRun(Id<SourcingRun> RunId);
