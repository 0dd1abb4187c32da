using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Sourcing;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Sourcing;

public sealed class SourcingRunTests
{
    [Theory, EveryDatabase]
    public async Task A_run_searches_imports_publishes_and_says_what_became_of_each_find(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        for (var i = 1; i <= 6; i++)
            host.Supplier.AddLamp($"{i}", $"Lamp number {i}");
        host.Supplier.Faults[("aliexpress", "2")] = new Fault(FaultKind.ConnectorBug, "The connector failed.");
        var soldOut = host.Supplier.Offers[("aliexpress", "3")];
        host.Supplier.Add("3", soldOut with { Variants = [soldOut.Variants[0] with { Stock = 0 }] });
        var run = await StartAsync(host, new NewSourcingRun("lamp", 3, "Office / Lamps", Publish: true, DemandScore: 70m));

        await host.RunDueAsync();

        var report = (await host.InTenantAsync(s => s.GetRequiredService<ReadSourcingRun>().FindAsync(run, CancellationToken.None))).Value!;
        Assert.Equal((RunStatus.Done, 6, 3, 2, 1), (report.Run.Status, report.Run.Found, report.Run.Imported, report.Run.Skipped, report.Run.Failed));
        Assert.Equal(
            [(ItemStatus.Imported, null), (ItemStatus.Failed, "The connector failed."), (ItemStatus.Skipped, "It is sold out at the supplier."),
             (ItemStatus.Imported, null), (ItemStatus.Imported, null), (ItemStatus.Skipped, "Enough products were imported.")],
            report.Items.Select(i => (i.Status, i.Reason)));
        var products = await host.ReadAsync(db => db.Set<Product>().ToListAsync());
        Assert.All(products, p => Assert.Equal((ProductState.Published, 70m), (p.State, p.DemandScore!.Value)));
        Assert.Equal("office-lamps", await host.ReadAsync(db => db.Set<Category>().Where(c => c.Id == products[0].CategoryId).Select(c => c.Slug).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_repeated_step_adds_nothing(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        var run = await StartAsync(host, new NewSourcingRun("lamp", 3));
        var input = new JsonObject { ["runId"] = run.ToString() };

        await host.StepAsync<SearchActivity>((JsonObject)input.DeepClone());
        await host.StepAsync<SearchActivity>((JsonObject)input.DeepClone());
        await host.StepAsync<ImportOffersActivity>((JsonObject)input.DeepClone());
        await host.StepAsync<ImportOffersActivity>((JsonObject)input.DeepClone());

        Assert.Equal(1, await host.ReadAsync(db => db.Set<SourcingItem>().CountAsync()));
        Assert.Equal(1, await host.ReadAsync(db => db.Set<Product>().CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_busy_supplier_is_waited_for_and_a_failed_search_is_told(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        host.Supplier.Faults[("aliexpress", "search")] = new Fault(FaultKind.RateLimited, "Too many calls.") { RetryAfter = TimeSpan.FromSeconds(40) };
        var run = await StartAsync(host, new NewSourcingRun("lamp", 3));
        var input = new JsonObject { ["runId"] = run.ToString() };

        Assert.Equal(TimeSpan.FromSeconds(40), (await host.StepAsync<SearchActivity>((JsonObject)input.DeepClone())).RepeatAfter);

        host.Supplier.Faults[("aliexpress", "search")] = new Fault(FaultKind.Unauthorised, "Connect your account again.");
        Assert.Equal("none", (await host.StepAsync<SearchActivity>((JsonObject)input.DeepClone())).Outcome);
        await host.StepAsync<FinishRunActivity>((JsonObject)input.DeepClone());
        var progress = (await host.InTenantAsync(s => s.GetRequiredService<ReadSourcingRun>().FindAsync(run, CancellationToken.None))).Value!.Run;
        Assert.Equal((RunStatus.Failed, "Connect your account again."), (progress.Status, progress.Trouble));
    }

    [Theory, EveryDatabase]
    public async Task Research_asks_twice_for_one_run(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var request = new SourcingRequest("research:1", "lamp", 5, null, "Score 81 of 100", "research") { DemandScore = 81m };

        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            ids.Add(await host.InTenantAsync(async s =>
            {
                var started = await s.GetRequiredService<ISourcingRuns>().StartAsync(request, CancellationToken.None);
                await s.GetRequiredService<ShopDb>().SaveChangesAsync();
                return started.Value;
            }));
        }

        Assert.Equal(ids[0], ids[1]);
        var run = Assert.Single(await host.InTenantAsync(s => s.GetRequiredService<ReadSourcingRun>().ListAsync(CancellationToken.None)));
        Assert.Equal("Score 81 of 100", run.Why);
    }

    [Theory, EveryDatabase]
    public async Task A_run_needs_words_a_limit_and_a_connected_supplier(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        await RefusedAsync(host, new NewSourcingRun(" ", 3), "words");
        await RefusedAsync(host, new NewSourcingRun("lamp", 0), "limit");
        await RefusedAsync(host, new NewSourcingRun("lamp", 3, ConnectorId: "temu"), "connectorId");
        host.Supplier.Connected.Clear();
        var outcome = await host.InTenantAsync(s => s.GetRequiredService<StartSourcingRun>().RunAsync(new NewSourcingRun("lamp", 3), "ann", CancellationToken.None));
        Assert.Equal("sourcing.no-supplier", outcome.Problem!.Code);
    }

    private static async Task RefusedAsync(SourcingHost host, NewSourcingRun request, string field)
    {
        var outcome = await host.InTenantAsync(s => s.GetRequiredService<StartSourcingRun>().RunAsync(request, "ann", CancellationToken.None));
        Assert.Contains(field, outcome.Problem!.Fields.Keys);
    }

    private static async Task<Id<SourcingRun>> StartAsync(SourcingHost host, NewSourcingRun request)
    {
        var outcome = await host.InTenantAsync(s => s.GetRequiredService<StartSourcingRun>().RunAsync(request, "ann", CancellationToken.None));
        Assert.Null(outcome.Problem);
        return outcome.Value;
    }
}
