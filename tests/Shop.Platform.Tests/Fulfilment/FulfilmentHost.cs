using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.CrashHost.World;
using Shop.Platform.Fulfilment;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Audit;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

namespace Shop.Platform.Tests.Fulfilment;

/// <summary>Fulfilment on a real database, with the stand-in neighbours of the crash host.</summary>
internal sealed class FulfilmentHost(SliceHost slice) : IAsyncDisposable
{
    public static readonly Id<Order> Order = new(Guid.Parse("0000000f-0000-0000-0000-00000000000f"));

    public SliceHost Slice => slice;

    public SupplierWorld Supplier => slice.Services.GetRequiredService<SupplierWorld>();

    public SupplyWorld Supply => slice.Services.GetRequiredService<SupplyWorld>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FulfilmentHost> StartAsync(Provider provider, Dictionary<string, string?>? settings = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"supplier-{Guid.NewGuid():N}.jsonl");
        return new(await SliceHost.StartAsync(provider, (services, configuration) => services.AddFulfilmentWorld(configuration, file), settings));
    }

    public Task PayAsync() => slice.InTenantAsync(async s =>
    {
        var db = s.GetRequiredService<ShopDb>();
        db.Publish(new OrderPaid(Order));
        await db.SaveChangesAsync();
    });

    /// <summary>Lets time pass until the workflow has ended or a person is asked.</summary>
    public async Task RunAsync(int halfHours = 20)
    {
        for (var i = 0; i < halfHours; i++)
        {
            await RunDueAsync();
            if (await TaskAsync() is not null || (await InstanceAsync()).Summary.Status is not (WorkflowStatus.Running or WorkflowStatus.Waiting))
                return;
            slice.Time.Advance(TimeSpan.FromMinutes(30));
        }
    }

    public async Task RunDueAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await slice.DeliverAsync();
            await slice.Services.GetRequiredService<WorkflowSweep>().RunDueAsync(Token);
        }
        await slice.DeliverAsync();
    }

    public async Task<InstanceDetails> InstanceAsync() =>
        (await slice.InTenantAsync(s => s.GetRequiredService<IWorkflowReads>().FindAsync("fulfil-order", Order.ToString(), Token)))!;

    public async Task<TaskItem?> TaskAsync() =>
        (await slice.InTenantAsync(s => s.GetRequiredService<IWorkflowReads>().TasksAsync(open: true, 1, 10, Token))).Items.SingleOrDefault();

    public async Task AnswerAsync(string choice, JsonObject? fields = null)
    {
        var task = await TaskAsync() ?? throw new InvalidOperationException("Nobody is asked.");
        var answer = await slice.InTenantAsync(s => s.GetRequiredService<IWorkflows>().AnswerAsync(task.Id, choice, fields ?? [], "merchant", Token));
        Assert.Null(answer.Problem);
    }

    public Task<FulfilmentView> ViewAsync() => slice.InTenantAsync(s => s.GetRequiredService<IShipments>().DetailsAsync(Order, Token));

    /// <summary>What the neighbours were told: "action details", in order.</summary>
    public Task<List<string>> ToldAsync(string action) => slice.InTenantAsync(async s =>
        (await s.GetRequiredService<ShopDb>().Set<AuditEntry>().Where(e => e.Actor == "world" && e.Action.StartsWith(action)).ToListAsync())
            .OrderBy(e => e.At).ThenBy(e => Enum.TryParse<OrderStatus>(e.Action[(e.Action.IndexOf('.') + 1)..], out var status) ? status : 0)
            .Select(e => action.EndsWith('.') ? e.Action[action.Length..] : e.Details ?? "").ToList());

    public ValueTask DisposeAsync() => slice.DisposeAsync();
}
