using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;
using Shop.Platform.MarketResearch;
using Shop.Platform.Pricing;
using Shop.Platform.Sourcing;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

namespace Shop.Platform.Tests.MarketResearch;

public sealed class ResearchRunTests
{
    private readonly ResearchWorld _world = new();

    [Theory, EveryDatabase]
    public async Task A_run_collects_scores_ranks_and_reports(Provider provider)
    {
        await using var host = await StartAsync(provider);
        var run = await ResearchAsync(host, "yoga mat", "camping tent");

        Assert.Equal(ResearchStatus.Finished, run.Summary.Status);
        Assert.Equal((2, 2, 0), (run.Summary.Topics, run.Summary.Scored, run.Summary.Abstained));
        var top = run.Candidates[0];
        Assert.Equal(("yoga mat", "sports", "good"), (top.Topic, top.Category, top.Quality));
        Assert.True(top.Score > run.Candidates[1].Score);
        Assert.NotNull(top.Forecast);
        // Middle price of five: 9 USD, and the cheaper shipping of 2 USD, at 1.40.
        var margin = top.Components.Single(c => c.Key == "margin");
        Assert.Equal("$12.60 + $2.80 shipping", margin.Evidence[0].Value);
        Assert.Equal("https://lists.example/1", margin.Evidence[1].Address);
        Assert.Equal("sports", Assert.Single(run.Categories).Category);
        Assert.StartsWith("2 of 2 ideas have enough evidence", run.Report, StringComparison.Ordinal);
        Assert.All(run.Sources, s => Assert.Equal(0, s.Missing));
    }

    [Theory, EveryDatabase]
    public async Task A_walled_source_is_asked_once_and_shown_as_missing_evidence(Provider provider)
    {
        _world.Down.Add("trends");
        await using var host = await StartAsync(provider);
        var run = await ResearchAsync(host, "yoga mat", "camping tent", "dog bed");

        Assert.Single(_world.Asked, a => a.StartsWith("trends ", StringComparison.Ordinal));
        var trends = run.Sources.Single(s => s.Source == "trends");
        Assert.Equal((0, "trends is down"), (trends.Answered, trends.Problem));
        Assert.True(trends.Missing > 0);
        Assert.All(run.Candidates, c => Assert.Null(c.Components.Single(x => x.Key == "trend-growth").Value));
        Assert.Contains("Missing: trends", run.Report);
        Assert.Null(run.Candidates.Single(c => c.Topic == "camping tent").Score);
    }

    [Theory, EveryDatabase]
    public async Task When_every_source_is_down_the_run_ends_and_abstains(Provider provider)
    {
        _world.Down.UnionWith(["trends", "lists", "supplier"]);
        _world.DownWith = FaultKind.Unavailable;
        await using var host = await StartAsync(provider);
        var run = await ResearchAsync(host, "yoga mat");

        Assert.Equal((0, 1, null), (run.Summary.Scored, run.Summary.Abstained, run.Candidates[0].Score));
        Assert.Equal("insufficient", run.Candidates[0].Quality);
    }

    [Theory, EveryDatabase]
    public async Task Fresh_answers_are_used_again_with_their_own_time(Provider provider)
    {
        await using var host = await StartAsync(provider);
        var first = await ResearchAsync(host, "yoga mat");
        var asked = _world.Asked.Count;
        host.Time.Advance(TimeSpan.FromHours(2));
        var second = await ResearchAsync(host, "yoga mat");

        Assert.DoesNotContain(_world.Asked.Skip(asked), a => a is "trends yoga mat" or "lists category:sports" or "supplier yoga mat");
        Assert.Equal(first.Candidates[0].Components[0].Evidence[0].ObservedAt, second.Candidates[0].Components[0].Evidence[0].ObservedAt);
        host.Time.Advance(TimeSpan.FromDays(1));
        await ResearchAsync(host, "yoga mat");
        Assert.Equal(2, _world.Asked.Count(a => a == "trends yoga mat"));
    }

    [Theory, EveryDatabase]
    public async Task A_candidate_becomes_one_sourcing_run_however_often_it_is_clicked(Provider provider)
    {
        await using var host = await StartAsync(provider);
        var run = await ResearchAsync(host, "yoga mat");
        var first = (await SourceAsync(host, run.Candidates[0].Id, 10)).Value!;
        var second = (await SourceAsync(host, run.Candidates[0].Id, 10)).Value!;

        Assert.Equal((first.SourcingRunId, false, true), (second.SourcingRunId, first.AlreadySourced, second.AlreadySourced));
        var request = Assert.Single(_world.Sourced);
        Assert.Equal(("yoga mat", 10, "Sports and outdoors", "zoe"), (request.Words, request.MaxProducts, request.Category, request.Actor));
        Assert.Equal(ProblemKind.NotFound, (await SourceAsync(host, default, 10)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await SourceAsync(host, run.Candidates[0].Id, 0)).Problem!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Sourcing_by_itself_is_off_until_switched_on_and_then_keeps_the_limits(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await ResearchAsync(host, "yoga mat");
        Assert.Empty(_world.Sourced);

        await LimitAsync(host, new ResearchLimits(true, 1, 7, 20m, []));
        await ResearchAsync(host, "yoga mat", "camping tent");
        Assert.Equal(7, Assert.Single(_world.Sourced).MaxProducts);

        host.Time.Advance(TimeSpan.FromDays(1));
        await ResearchAsync(host, "yoga mat", "camping tent");
        Assert.Single(_world.Sourced);

        host.Time.Advance(TimeSpan.FromDays(7));
        await ResearchAsync(host, "yoga mat", "camping tent");
        Assert.Equal(2, _world.Sourced.Select(s => s.Words).Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task A_score_below_the_limit_is_not_sourced(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await LimitAsync(host, new ResearchLimits(true, 5, 7, 99m, []));
        await ResearchAsync(host, "yoga mat");
        Assert.Empty(_world.Sourced);
    }

    [Theory, EveryDatabase]
    public async Task Wrong_input_is_answered_with_what_is_wrong(Provider provider)
    {
        await using var host = await StartAsync(provider);
        Assert.Contains("categories", (await BeginAsync(host, new StartResearchRequest(null, ["spaceships"]))).Problem!.Fields.Keys);
        Assert.Contains("topics", (await BeginAsync(host, new StartResearchRequest(["category:x"]))).Problem!.Fields.Keys);
        Assert.Contains("topics", (await BeginAsync(host, new StartResearchRequest([new string('x', 81)]))).Problem!.Fields.Keys);
        Assert.Null((await BeginAsync(host, new StartResearchRequest(["a mug"]))).Problem);
        Assert.Equal("research.running", (await BeginAsync(host, new StartResearchRequest(["a mug"]))).Problem!.Code);
        Assert.Contains("minScore", (await LimitAsync(host, new ResearchLimits(true, 1, 1, 101m, []))).Problem!.Fields.Keys);
    }

    [Theory, EveryDatabase]
    public async Task Another_tenant_sees_nothing_of_it(Provider provider)
    {
        await using var host = await StartAsync(provider);
        var run = await ResearchAsync(host, "yoga mat");
        var other = new TenantId(Guid.Parse("22222222-2222-2222-2222-222222222222"));

        Assert.Null(await host.InTenantAsync(s => s.GetRequiredService<IMarketResearch>().FindAsync(run.Summary.Id, TestContext.Current.CancellationToken), other));
        Assert.Empty(await host.InTenantAsync(s => s.GetRequiredService<IMarketResearch>().ListAsync(1, 10, TestContext.Current.CancellationToken), other));
    }

    [Theory, EveryDatabase]
    public async Task Without_topics_the_merchants_own_list_is_researched_and_else_the_seeds(Provider provider)
    {
        await using var host = await StartAsync(provider);
        var seeds = await host.InTenantAsync(s => Task.FromResult(s.GetRequiredService<IMarketResearch>().Seeds.Sum(c => c.Topics.Count)));
        Assert.Equal(seeds, (await ResearchAsync(host)).Summary.Topics);
        await LimitAsync(host, ResearchLimits.Default with { Topics = [" moose mug ", "moose mug", "tuque"] });
        Assert.Equal(["moose mug", "tuque"], (await ResearchAsync(host)).Candidates.Select(c => c.Topic).Order());
    }

    private Task<SliceHost> StartAsync(Provider provider) => SliceHost.StartAsync(provider, (services, configuration) =>
    {
        services.AddWorkflows(configuration);
        services.AddMarketResearch(configuration);
        services.AddSingleton<ISourcingRuns>(_world);
        services.AddSingleton<IExchangeRates>(_world);
        services.AddSingleton(_world.AsConnectors());
    });

    private static Task<Outcome<RunSummary>> BeginAsync(SliceHost host, StartResearchRequest request) =>
        host.InTenantAsync(s => s.GetRequiredService<IMarketResearch>().StartAsync(request, "zoe", TestContext.Current.CancellationToken));

    private static Task<Outcome<SourcedCandidate>> SourceAsync(SliceHost host, Id<ResearchCandidate> id, int products) =>
        host.InTenantAsync(s => s.GetRequiredService<IMarketResearch>().SourceAsync(id, products, "zoe", TestContext.Current.CancellationToken));

    private static Task<Outcome<ResearchLimits>> LimitAsync(SliceHost host, ResearchLimits limits) =>
        host.InTenantAsync(s => s.GetRequiredService<IMarketResearch>().ChangeLimitsAsync(limits, "zoe", TestContext.Current.CancellationToken));

    private static async Task<RunDetails> ResearchAsync(SliceHost host, params string[] topics)
    {
        var begun = await BeginAsync(host, new StartResearchRequest(topics));
        Assert.Null(begun.Problem);
        await host.Services.GetRequiredService<WorkflowSweep>().RunDueAsync(TestContext.Current.CancellationToken);
        return (await host.InTenantAsync(s => s.GetRequiredService<IMarketResearch>().FindAsync(begun.Value!.Id, TestContext.Current.CancellationToken)))!;
    }
}
