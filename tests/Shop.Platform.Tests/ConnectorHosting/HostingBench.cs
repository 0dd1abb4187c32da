using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.Accounts;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.ConnectorHosting;

/// <summary>The slice on a real database with the sample connector, real workers and a supplier on loopback.</summary>
internal sealed class HostingBench : IAsyncDisposable
{
    public const string SecretCanary = "canary-7d1c9be2f04a";

    private HostingBench(SliceHost host, FakeSupplier supplier) => (Host, Supplier) = (host, supplier);

    public SliceHost Host { get; }

    public FakeSupplier Supplier { get; }

    public FakeTimeProvider Time => Host.Time;

    public static async Task<HostingBench> StartAsync(Provider provider = Provider.Sqlite, bool realClock = true, params (string Key, string Value)[] settings)
    {
        FakeSupplier supplier = await FakeSupplier.StartAsync();
        Dictionary<string, string?> configuration = new()
        {
            ["Connectors:sample:Endpoints:api"] = supplier.Address,
            ["Connectors:CallDeadlineSeconds"] = "5",
            ["Connectors:Contact"] = "https://shop.example/contact",
        };
        foreach ((string key, string value) in settings)
            configuration[key] = value;
        SliceHost host = await SliceHost.StartAsync(
            provider,
            (services, values) =>
            {
                if (realClock)
                    services.AddSingleton(TimeProvider.System);
                services.AddConnectorHosting(values);
            },
            configuration);
        return new HostingBench(host, supplier);
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public Task<T> Connectors<T>(Func<IConnectors, Task<T>> work) => Host.InTenantAsync(services => work(services.GetRequiredService<IConnectors>()));

    public Task<T> Accounts<T>(Func<IConnectorAccounts, Task<T>> work) => Host.InTenantAsync(services => work(services.GetRequiredService<IConnectorAccounts>()));

    public Task<Answer<Offer>> ReadAsync(string product) => Connectors(connectors => connectors.ReadOfferAsync("sample", product, Market.Canada, CancellationToken.None));

    /// <summary>What the connector says about itself when asked for <paramref name="product"/>.</summary>
    public async Task<string> TellAsync(string product)
    {
        Answer<Offer> answer = await ReadAsync(product);
        Assert.Null(answer.Fault);
        return answer.Value!.Title;
    }

    /// <summary>Settings, terms and grant, without the supplier's page.</summary>
    public async Task ConnectAsync(DateTimeOffset? accessUntil = null)
    {
        await Accounts(async accounts =>
        {
            Assert.Null((await accounts.SaveSettingsAsync("sample", new Dictionary<string, string> { ["key"] = "7", ["secret"] = SecretCanary }, "tester", default)).Problem);
            ConnectorAccountView view = (await accounts.ListAsync(default)).Single(one => one.Manifest.Id == "sample");
            return await accounts.AcceptTermsAsync("sample", view.Manifest.LegalBasis.Version, "tester", default);
        });
        ConnectorAccount account = await Get<AccountStore>().ChangeAsync(Host.Tenant, "sample", (_, row) => row.Connect("Store 7", accessUntil, null), default);
        await Get<SecretVault>().KeepAsync(Host.Tenant, account.Id, new Dictionary<string, string> { ["access"] = "token-one-0123456789" }, default);
    }

    /// <summary>A scope for calling the broker without a worker.</summary>
    public CallScope Scope(IReadOnlyDictionary<string, string>? secrets = null, string tenant = "t1") =>
        new("call", Get<ConnectorCatalogue>().Find("sample")!, tenant, Get<LiveBroker>(), new MemorySecrets(secrets ?? new Dictionary<string, string>()))
        {
            Capability = "test",
            Market = Market.Canada,
        };

    public WorkerHealth Worker() => Get<WorkerPool>().Health().Single(worker => worker.Connector == "sample");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Supplier.DisposeAsync();
    }

    internal sealed class MemorySecrets(IReadOnlyDictionary<string, string> start) : ISecretStore
    {
        public Dictionary<string, string> Values { get; } = new(start);

        public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyDictionary<string, string>>(Values);

        public Task KeepAsync(IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken)
        {
            foreach ((string name, string value) in secrets)
                Values[name] = value;
            return Task.CompletedTask;
        }
    }
}
