using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Runtime;

namespace Shop.Platform.Tests.Workflows;

/// <summary>What the sample activities do, set by each test, and what they were told.</summary>
internal sealed class Script
{
    public List<ActivityContext> Calls { get; } = [];
    public Func<ActivityContext, IServiceProvider, ActivityResult> Act { get; set; } = (_, _) => ActivityResult.Done();
}

internal sealed class ScriptedActivity(Script script, IServiceProvider services) : IActivity
{
    public Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        lock (script.Calls)
            script.Calls.Add(context);
        return Task.FromResult(script.Act(context, services));
    }
}

internal static class Samples
{
    public static WorkflowDefinition Define(string steps, string start = "a") => WorkflowDefinition.Parse(
        $$"""{ "name": "sample", "version": 1, "title": "Sample", "start": "{{start}}", "steps": { {{steps}} } }""");

    public static async Task<SliceHost> StartAsync(Provider provider, string steps) =>
        await SliceHost.StartAsync(provider, (services, configuration) =>
        {
            services.AddWorkflows(configuration);
            services.AddSingleton<Script>();
            services.AddSingleton(Define(steps));
            services.AddActivity<ScriptedActivity>("test.act");
        });

    public static Script Script(this SliceHost host) => host.Services.GetRequiredService<Script>();

    public static Task<Id<WorkflowInstance>> BeginAsync(this SliceHost host, string correlation = "c1", JsonObject? input = null) => host.InTenantAsync(async s =>
    {
        var id = await s.GetRequiredService<IWorkflows>().StartAsync("sample", correlation, input ?? [], TestContext.Current.CancellationToken);
        await s.GetRequiredService<ShopDb>().SaveChangesAsync();
        return id;
    });

    public static Task RunDueAsync(this SliceHost host) => host.Services.GetRequiredService<WorkflowSweep>().RunDueAsync(TestContext.Current.CancellationToken);

    public static async Task<InstanceDetails> ReadAsync(this SliceHost host, Id<WorkflowInstance> id) =>
        (await host.InTenantAsync(s => s.GetRequiredService<IWorkflowReads>().FindAsync(id, TestContext.Current.CancellationToken)))!;

    public static Task<T> DeskAsync<T>(this SliceHost host, Func<IWorkflows, Task<T>> call) => host.InTenantAsync(s => call(s.GetRequiredService<IWorkflows>()));

    public static Task DeskAsync(this SliceHost host, Func<IWorkflows, Task> call) => host.InTenantAsync(s => call(s.GetRequiredService<IWorkflows>()));
}
