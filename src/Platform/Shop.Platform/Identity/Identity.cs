using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Identity;

/// <summary>Registers staff accounts, sessions and policies, and maps sign-up and sign-in.</summary>
public static class IdentitySlice
{
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Shop")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(configuration["Data:Folder"] ?? ".shop", "keys")));
        services.AddIdentityCore<StaffAccount>(options => options.User.RequireUniqueEmail = true)
            .AddUserStore<UserOnlyStore<StaffAccount, ShopDb, Guid>>();
        services.Replace(ServiceDescriptor.Scoped<IPasswordValidator<StaffAccount>, StaffPassword>());
        services.Configure<IdentityOptions>(options => options.User.AllowedUserNameCharacters = "");
        services.AddScoped<StaffCookieEvents>();
        services.AddAuthentication(StaffClaims.Scheme).AddCookie(StaffClaims.Scheme, Cookie);
        services.AddAuthorization(StaffPolicies.AddTo);
        services.AddCascadingAuthenticationState();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<PasswordCheck>();
        services.AddScoped<SignUpMerchant>();
        services.AddScoped<SwitchStore>();
        services.AddScoped<ListStores>();
        services.AddScoped<SignInStaff>();
        services.AddScoped<CreateOperator>();
        return services;
    }

    /// <summary>Sign-in state, then protection against other sites' pages. After routing, before tenancy.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app) => app.UseMiddleware<RefuseCrossOrigin>().UseAuthentication();

    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder routes)
    {
        SignUpEndpoints.Map(routes);
        SessionEndpoints.Map(routes);
        return routes;
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        // No domain: the browser sends it to the admin host alone, never to a store.
        options.Cookie.Name = "shop-staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.EventsType = typeof(StaffCookieEvents);
    }
}
