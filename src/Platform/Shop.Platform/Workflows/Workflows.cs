using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Runtime;

namespace Shop.Platform.Workflows;

/// <summary>Registers the workflow engine; <see cref="WorkflowSilo.UseWorkflows"/> lets this process run instances.</summary>
public static class WorkflowsSlice
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => new ActivityCatalog(provider.GetServices<ActivityRegistration>()));
        services.TryAddSingleton(provider => new DefinitionCatalog(
            provider.GetServices<ContributedDefinition>(), provider.GetServices<WorkflowDefinition>(), provider.GetRequiredService<ActivityCatalog>()));
        services.TryAddSingleton<IWakeWorkflows, NoWake>();
        services.TryAddSingleton<RunLimit>();
        services.TryAddSingleton<InstanceRunner>();
        services.TryAddSingleton(provider => new WorkflowSweep(provider, provider.GetRequiredService<InstanceRunner>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddScoped<InboxPost>();
        services.TryAddScoped<IWorkflows, WorkflowDesk>();
        services.TryAddScoped<IWorkflowReads, WorkflowReads>();
        return services.AddHandler<WorkflowNudged, WakeNudged>();
    }

    /// <summary>Contributes an activity.</summary>
    /// <param name="outcomes">Every outcome it may have, choices of its questions included. None: edges are not checked.</param>
    public static IServiceCollection AddActivity<T>(this IServiceCollection services, string name, params string[] outcomes) where T : class, IActivity =>
        services.AddActivity<T>(name, ActivityTraits.None, outcomes);

    public static IServiceCollection AddActivity<T>(this IServiceCollection services, string name, ActivityTraits traits, params string[] outcomes)
        where T : class, IActivity
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new ActivityRegistration(name, typeof(T), traits, outcomes));
    }

    /// <summary>Brings in the definition Workflows/Definitions/<paramref name="name"/>.json, all versions.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services, string name) => services.AddSingleton(new ContributedDefinition(name));

    public static IEndpointRouteBuilder MapWorkflows(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").OnAdminHost();
        ListTasks.Map(admin);
        AnswerTask.Map(admin);
        ListInstances.Map(admin);
        ReadInstance.Map(admin);
        CancelInstance.Map(admin);
        return routes;
    }
}
