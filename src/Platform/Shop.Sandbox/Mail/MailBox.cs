using System.Globalization;
using System.Text.Json.Nodes;
using MimeKit;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Mail;

/// <summary>A received message, with the envelope it came in.</summary>
public sealed record ReceivedMail(
    string Id, DateTimeOffset At, string EnvelopeFrom, IReadOnlyList<string> EnvelopeTo, string From, string Subject, string Text, string Html,
    IReadOnlyList<string> Headers, IReadOnlyList<string> Attachments);

/// <summary>Every message that was accepted; the file is written before the sender hears 250.</summary>
public sealed class MailBox
{
    private readonly Lock gate = new();
    private readonly List<ReceivedMail> messages = [];
    private readonly JournalFile journal;
    private readonly TimeProvider time;

    public MailBox(RecordFolder records, TimeProvider time)
    {
        this.time = time;
        journal = records.File("mail");
        foreach (var entry in journal.ReadAll()) messages.Add(Read(entry));
    }

    public ReceivedMail Accept(string from, IReadOnlyList<string> to, byte[] data)
    {
        lock (gate)
        {
            var entry = new JsonObject
            {
                ["id"] = (messages.Count + 1).ToString(CultureInfo.InvariantCulture),
                ["at"] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                ["from"] = from,
                ["to"] = Json.Array(to.Select(address => (JsonNode?)address)),
                ["raw"] = Convert.ToBase64String(data),
            };
            journal.Append(entry);
            var mail = Read(entry);
            messages.Add(mail);
            return mail;
        }
    }

    /// <summary>Newest first; <paramref name="to"/> null: everybody's.</summary>
    public IReadOnlyList<ReceivedMail> List(string? to)
    {
        lock (gate)
        {
            return [.. Enumerable.Reverse(messages).Where(mail => to is null || mail.EnvelopeTo.Any(address => address.Contains(to, StringComparison.OrdinalIgnoreCase)))];
        }
    }

    public ReceivedMail? Find(string id) => List(null).FirstOrDefault(mail => mail.Id == id);

    private static ReceivedMail Read(JsonObject entry)
    {
        using var stream = new MemoryStream(Convert.FromBase64String(entry["raw"].Text()!));
        using var message = MimeMessage.Load(stream);
        return new ReceivedMail(
            entry["id"].Text()!,
            DateTimeOffset.Parse(entry["at"].Text()!, CultureInfo.InvariantCulture),
            entry["from"].Text()!,
            [.. ((JsonArray)entry["to"]!).Select(address => address.Text()!)],
            message.From.ToString(),
            message.Subject ?? "",
            message.TextBody ?? "",
            message.HtmlBody ?? "",
            [.. message.Headers.Select(header => $"{header.Field}: {header.Value}")],
            [.. message.Attachments.Select(part => part.ContentDisposition?.FileName ?? part.ContentType.Name ?? "attachment")]);
    }
}
