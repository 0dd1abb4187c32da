using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Support.Mail;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;

namespace Shop.Platform.Support;

/// <summary>What the platform says to people: mail.</summary>
public static class SupportSlice
{
    public static IServiceCollection AddSupport(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.AddSingleton<TemplateCatalog>();
        services.AddScoped<IMail, QueueMail>();
        services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton<SendMail>();
        services.AddSingleton<IHostedService, MailService>();
        services.AddScoped<ShopperMails>();
        services.AddHandler<OrderPaid, ConfirmPaidOrder>();
        services.AddHandler<OrderStatusChanged, TellOrderStatus>();
        services.AddHandler<RefundSettled, TellRefund>();
        services.AddHandler<TenantProvisioned, WelcomeMerchant>();
        return services.AddHandler<HumanTaskOpened, MerchantMails>();
    }
}
