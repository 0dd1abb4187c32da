using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Tenancy;

/// <summary>What a merchant may change about the store.</summary>
public sealed record StoreSettings(
    string Name, string Language, string Province, string ContactEmail, string? GstNumber, string? QstNumber, decimal PurchaseLimit, decimal DailyPurchaseLimit);

/// <summary>Changes the current store's data, tax numbers and spending limits.</summary>
public sealed partial class ChangeStoreSettings(ShopDb db, ITenantAccessor tenants, TenantDirectory directory)
{
    public async Task<Outcome<Done>> RunAsync(StoreSettings wish, string actor, CancellationToken cancellationToken)
    {
        if (Faults(wish) is { Count: > 0 } faults)
            return Problem.Invalid("settings.invalid", "Some values cannot be used.") with { Fields = faults };
        var id = tenants.Required;
        var tenant = await db.Set<Tenant>().SingleAsync(t => t.Id == id, cancellationToken);
        tenant.Name = wish.Name.Trim();
        tenant.Language = wish.Language;
        tenant.Province = wish.Province;
        tenant.ContactEmail = wish.ContactEmail.Trim();
        tenant.GstNumber = Compact(wish.GstNumber);
        tenant.QstNumber = Compact(wish.QstNumber);
        tenant.Settings = tenant.Settings with { PurchaseLimit = wish.PurchaseLimit, DailyPurchaseLimit = wish.DailyPurchaseLimit };
        db.Audit(actor, "tenant.change-settings", tenant.Slug);
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget(tenant.Slug);
        return new Done();
    }

    private static Dictionary<string, string> Faults(StoreSettings wish)
    {
        var faults = new Dictionary<string, string>();
        if (string.IsNullOrWhiteSpace(wish.Name) || wish.Name.Trim().Length > 100)
            faults["name"] = "Give the store a name of at most 100 characters.";
        if (wish.Language is not ("en" or "fr"))
            faults["language"] = "Choose en or fr.";
        if (!Provinces.Contains(wish.Province))
            faults["province"] = "Choose a province or territory of Canada.";
        if (!MailAddress.TryCreate(wish.ContactEmail, out _))
            faults["contactEmail"] = "This is not an e-mail address.";
        if (Compact(wish.GstNumber) is { } gst && !Gst().IsMatch(gst))
            faults["gstNumber"] = "A GST/HST number has nine digits and RT0001 (123456789RT0001).";
        if (Compact(wish.QstNumber) is { } qst && !Qst().IsMatch(qst))
            faults["qstNumber"] = "A QST number has ten digits and TQ0001 (1234567890TQ0001).";
        if (wish.PurchaseLimit is < 0 or > 1_000_000)
            faults["purchaseLimit"] = "Between 0 and 1,000,000.";
        if (wish.DailyPurchaseLimit < wish.PurchaseLimit || wish.DailyPurchaseLimit > 10_000_000)
            faults["dailyPurchaseLimit"] = "At least the limit of one purchase, at most 10,000,000.";
        return faults;
    }

    private static string? Compact(string? number) =>
        string.IsNullOrWhiteSpace(number) ? null : string.Concat(number.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    [GeneratedRegex("^[0-9]{9}RT[0-9]{4}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Gst();

    [GeneratedRegex("^[0-9]{10}TQ[0-9]{4}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Qst();
}
