using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Shop.Platform.Tenancy;

/// <summary>Registers tenancy and puts its resolution into the pipeline.</summary>
public static class TenancySlice
{
    public static IServiceCollection AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<TenancyOptions>(configuration.GetSection("Tenancy"));
        services.AddSingleton<HostNames>();
        services.AddSingleton<TenantDirectory>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, HostScopePolicy>());
        services.AddScoped<ITenants, Tenants>();
        services.AddScoped<ProvisionTenant>();
        services.AddScoped<ChangeStoreSettings>();
        services.AddScoped<ChangeTenantStatus>();
        services.AddScoped<ListTenants>();
        return services;
    }

    /// <summary>Gives each request its tenant. After authentication, before authorisation.</summary>
    public static IApplicationBuilder UseTenancy(this IApplicationBuilder app) => app.UseMiddleware<TenantResolution>();
}
