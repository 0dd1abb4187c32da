using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.Mail;

public sealed class MailTests : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;

    public async ValueTask InitializeAsync() => sandbox = await RunningSandbox.StartAsync();

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Mail_arrives_whole_can_be_read_and_survives_a_restart()
    {
        await SendAsync("ada@example.com", "Commande reçue", ".a line that starts with a dot\n..two dots");
        await sandbox.RestartAsync();
        var mail = (await InboxAsync("ada@"))[0]!;
        Assert.Equal("Commande reçue", (string)mail["subject"]!);
        Assert.Equal(".a line that starts with a dot\n..two dots", ((string)mail["text"]!).ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains("<b>merci</b>", (string)mail["html"]!);
        Assert.Empty(await InboxAsync("bob@"));
        Assert.Contains("Commande reçue", System.Net.WebUtility.HtmlDecode(await sandbox.Http.GetStringAsync("/mail")));
        Assert.Contains("merci", await sandbox.Http.GetStringAsync($"/mail/{(string)mail["id"]!}/html"));
    }

    [Fact]
    public async Task Refused_recipient_and_lost_answer_can_be_asked_for()
    {
        await sandbox.FaultAsync("mail", "rcpt", "refuseAddress");
        await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync("x@example.com", "one", "text"));
        await sandbox.FaultAsync("mail", "data", "dropAfterAccept");
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync("x@example.com", "two", "text"));
        Assert.Single(await InboxAsync("x@"));
    }

    private async Task SendAsync(string to, string subject, string text)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Store", "store@example.com"));
        message.To.Add(new MailboxAddress("", to));
        message.Subject = subject;
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = "<p><b>merci</b></p>" }.ToMessageBody();
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", sandbox.SmtpPort, SecureSocketOptions.None);
        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }

    private async Task<JsonArray> InboxAsync(string to) => (await sandbox.Http.GetFromJsonAsync<JsonArray>($"/mail/api/messages?to={to}"))!;
}
