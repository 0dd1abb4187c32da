using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Shop.Admin.Shell;
using Shop.Platform.Tenancy;

namespace Shop.Admin;

/// <summary>The merchant's and operator's portal on the admin host.</summary>
public static class AdminModule
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.VisibleStateDuration = 6_000;
        });
        services.AddScoped<AuthenticationStateProvider, StaffAuthentication>();
        services.AddScoped<StoreWork>();
        return services;
    }

    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        // The group carries the scope to what the component framework adds on its own: the circuit's hub above all.
        var admin = routes.MapGroup("").OnAdminHost();
        admin.MapRazorComponents<AdminApp>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        SessionForms.Map(admin);
    }
}
