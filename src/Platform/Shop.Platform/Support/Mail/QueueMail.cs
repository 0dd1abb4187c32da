using Microsoft.EntityFrameworkCore;
using MimeKit;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Support.Mail;

/// <summary>Renders a message and adds it to the scope's database context, once per key.</summary>
internal sealed class QueueMail(ShopDb db, ITenants tenants, TemplateCatalog templates, IIdSource ids, TimeProvider time) : IMail
{
    public async Task QueueAsync(
        string key, string to, string template, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(to, out var address) || address.Address.Any(char.IsControl))
            throw new ArgumentException("This is not a mail address.", nameof(to));
        // Two scopes that queue the same key at once meet at the unique index: the later one is repeated and then finds it here.
        if (db.Set<OutgoingMail>().Local.Any(m => m.Key == key) || await db.Set<OutgoingMail>().AnyAsync(m => m.Key == key, cancellationToken))
            return;
        var tenant = await tenants.CurrentAsync(cancellationToken);
        var known = TemplateCatalog.LanguageOf(language);
        var mail = MailRenderer.Render(templates.Find(template, known), known, tenant, values);
        var now = time.GetUtcNow();
        db.Add(new OutgoingMail
        {
            Id = ids.New<OutgoingMail>(),
            Key = key,
            To = address.Address,
            Template = template,
            Language = known,
            FromName = tenant.Name,
            ReplyTo = tenant.ContactEmail,
            Subject = mail.Subject,
            Text = mail.Text,
            Html = mail.Html,
            QueuedAt = now,
            DueAt = now,
        });
    }
}
