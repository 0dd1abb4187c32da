using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop.CrashHost;
using Shop.CrashHost.World;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

// A host for crash tests: workflows and fulfilment with a file-backed supplier. Arguments: data folder, "silo" or "inline", and "blind" for the planted
// bug. Commands on standard input: "ping", "order <id> <behaviour>", "status <id>", "quit".
var folder = args[0];
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "shop.db")}",
    ["Fulfilment:PollSeconds"] = "0.05",
    ["Fulfilment:HourSeconds"] = "12",
});
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddKernel(builder.Configuration);
builder.Services.AddFulfilmentWorld(builder.Configuration, Path.Combine(folder, "supplier.jsonl"));
if (args[1] == "silo")
    builder.UseWorkflows();
else
    builder.Services.AddHostedService<InlineRuns>();

using var host = builder.Build();
await using (var scope = host.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync();
var supplier = host.Services.GetRequiredService<SupplierWorld>();
supplier.Blind = args.Contains("blind");
await host.StartAsync();
Console.WriteLine("ready");
while (await Console.In.ReadLineAsync() is { } line && line != "quit")
    Console.WriteLine(await RunAsync(line.Split(' ')));
await host.StopAsync();

async Task<string> RunAsync(string[] command)
{
    await using var scope = host.Services.CreateTenantScope(new TenantId(Guid.Parse("11111111-1111-1111-1111-111111111111")));
    var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
    switch (command[0])
    {
        case "ping":
            return "pong";
        case "order":
            supplier.Behaviour = Enum.Parse<Behaviour>(command[2]);
            db.Publish(new OrderPaid(Id<Order>.Parse(command[1], CultureInfo.InvariantCulture)));
            await db.SaveChangesAsync();
            return "ordered";
        default:
            var instance = await scope.ServiceProvider.GetRequiredService<IWorkflowReads>().FindAsync("fulfil-order", command[1], default);
            return instance is null ? "none" : $"{instance.Summary.Status} {instance.Summary.Step} {string.Join(',', instance.Tasks.Select(t => t.Kind))}";
    }
}
