using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Kernel;

public sealed class OutboxTests
{
    public sealed record LampLit(string Room) : IEvent;

    private sealed class Log
    {
        public List<string> Lines { get; } = [];
        public int FailuresLeft { get; set; }
    }

    private sealed class Diary(Log log, ITenantAccessor tenant) : IHandle<LampLit>
    {
        public Task HandleAsync(LampLit @event, CancellationToken cancellationToken)
        {
            log.Lines.Add($"{@event.Room} {tenant.Required}");
            return Task.CompletedTask;
        }
    }

    private sealed class Flaky(Log log) : IHandle<LampLit>
    {
        public Task HandleAsync(LampLit @event, CancellationToken cancellationToken)
        {
            if (log.FailuresLeft-- > 0)
                throw new InvalidOperationException("not yet");
            log.Lines.Add("flaky");
            return Task.CompletedTask;
        }
    }

    [Theory, EveryDatabase]
    public async Task An_event_reaches_each_handler_once_in_its_tenant(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await PublishAsync(host);
        await host.DeliverAsync();
        await host.DeliverAsync();

        Assert.Equal(["flaky", $"kitchen {host.Tenant}"], host.Services.GetRequiredService<Log>().Lines.Order());
    }

    [Theory, EveryDatabase]
    public async Task A_failing_handler_is_tried_again_without_repeating_the_other(Provider provider)
    {
        await using var host = await StartAsync(provider);
        var log = host.Services.GetRequiredService<Log>();
        log.FailuresLeft = 2;
        await PublishAsync(host);
        for (var i = 0; i < 3; i++)
        {
            await host.DeliverAsync();
            host.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["flaky", $"kitchen {host.Tenant}"], log.Lines.Order());
    }

    [Theory, EveryDatabase]
    public async Task A_poison_event_is_parked_with_its_error(Provider provider)
    {
        await using var host = await StartAsync(provider);
        host.Services.GetRequiredService<Log>().FailuresLeft = 1000;
        await PublishAsync(host);
        for (var i = 0; i < 15; i++)
        {
            await host.DeliverAsync();
            host.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var parked = await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<OutboxMessage>().SingleAsync(m => m.DeliveredAt == null));
        Assert.Equal(OutboxDelivery.MaxAttempts, parked.Attempts);
        Assert.Null(parked.DueAt);
        Assert.Contains("not yet", parked.LastError);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_delivered_when_the_transaction_rolls_back(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await host.InTenantAsync(async s =>
        {
            var db = s.GetRequiredService<ShopDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(new LampLit("kitchen"));
            await db.SaveChangesAsync();
        });
        await host.DeliverAsync();

        Assert.Empty(host.Services.GetRequiredService<Log>().Lines);
    }

    private static Task<SliceHost> StartAsync(Provider provider) => SliceHost.StartAsync(provider, (services, _) =>
    {
        services.AddSingleton<Log>();
        services.AddHandler<LampLit, Diary>();
        services.AddHandler<LampLit, Flaky>();
    });

    private static Task PublishAsync(SliceHost host) => host.InTenantAsync(async s =>
    {
        var db = s.GetRequiredService<ShopDb>();
        db.Publish(new LampLit("kitchen"));
        await db.SaveChangesAsync();
    });
}
