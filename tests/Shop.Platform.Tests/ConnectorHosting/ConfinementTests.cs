using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.ConnectorHosting;

/// <summary>What happens where bubblewrap does not work, and with other people's connectors.</summary>
public sealed class ConfinementTests : IDisposable
{
    private readonly string _thirdParty = Directory.CreateTempSubdirectory("shop-test-").FullName;

    public void Dispose() => Directory.Delete(_thirdParty, recursive: true);

    [Fact]
    public async Task Without_bubblewrap_the_products_own_connectors_run_and_inherit_nothing()
    {
        Environment.SetEnvironmentVariable("SHOP_CANARY", HostingBench.SecretCanary);
        await using HostingBench bench = await HostingBench.StartAsync(Provider.Sqlite, true, ("Connectors:NeverConfine", "true"));
        await bench.ConnectAsync();

        Assert.DoesNotContain("SHOP_CANARY", await bench.TellAsync("environment"), StringComparison.Ordinal);
        Assert.False(bench.Worker().Confined);
    }

    [Theory]
    [InlineData(false, "unconfined"), InlineData(true, null)]
    public async Task Without_bubblewrap_other_peoples_connectors_need_the_operators_word(bool allowed, string? code)
    {
        await using HostingBench bench = await StartAsync(("Connectors:NeverConfine", "true"), ("Connectors:AllowUnconfined", allowed ? "true" : "false"));

        Answer<Offer> answer = await CallAsync(bench, "t1");

        Assert.Equal(code, answer.Fault?.Code);
    }

    [Fact]
    public async Task Other_peoples_connectors_get_a_worker_per_tenant()
    {
        await using HostingBench bench = await StartAsync(("Connectors:AllowUnconfined", "true"));

        Assert.Null((await CallAsync(bench, "t1")).Fault);
        Assert.Null((await CallAsync(bench, "t2")).Fault);

        Assert.Equal(["t1", "t2"], bench.Get<WorkerPool>().Health().Select(worker => worker.Tenant!).Order());
    }

    [Fact]
    public async Task A_worker_ends_itself_when_the_host_is_gone()
    {
        await using HostingBench bench = await HostingBench.StartAsync(Provider.Sqlite, true, ("Connectors:NeverConfine", "true"));
        using WorkerRunFolder folder = new(null);
        ConnectorPackage package = bench.Get<ConnectorCatalogue>().Find("sample")!;
        using System.Diagnostics.Process process = StarterThread.Start(WorkerLaunch.Command(bench.Get<ConnectorOptions>(), package, folder.Path, confined: false));

        (await folder.AcceptAsync(default)).Dispose();

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    private Task<HostingBench> StartAsync(params (string, string)[] settings)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "connectors", "Connectors.Sample");
        string target = Directory.CreateDirectory(Path.Combine(_thirdParty, "foreign")).FullName;
        foreach (string file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(target, "connector.json")))!;
        manifest["id"] = "foreign";
        File.WriteAllText(Path.Combine(target, "connector.json"), manifest.ToJsonString());
        return HostingBench.StartAsync(Provider.Sqlite, true, [("Connectors:ThirdPartyFolder", _thirdParty), .. settings]);
    }

    private static Task<Answer<Offer>> CallAsync(HostingBench bench, string tenant) =>
        bench.Get<ConnectorCalls>().InvokeAsync<Offer>(
            bench.Scope(tenant: tenant) with { Package = bench.Get<ConnectorCatalogue>().Find("foreign")!, Capability = "IReadOffer.ReadAsync" },
            ["time", Market.Canada],
            default);
}
