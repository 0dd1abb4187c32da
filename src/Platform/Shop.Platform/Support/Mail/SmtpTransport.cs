using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Shop.Platform.Support.Mail;

/// <summary>Sends through SMTP.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool Configured => options.Value.Host.Length > 0;

    public async Task<MailHandover> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Value.Host, options.Value.Port, Security(), cancellationToken);
            if (options.Value.User.Length > 0)
                await client.AuthenticateAsync(options.Value.User, options.Value.Password, cancellationToken);
            using var message = Message(mail);
            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return MailHandover.Taken;
        }
        catch (SmtpCommandException exception)
        {
            return new MailHandover($"The mail server answered {(int)exception.StatusCode}: {exception.Message}", (int)exception.StatusCode >= 500);
        }
        catch (Exception exception) when (exception is SocketException or IOException or ProtocolException or AuthenticationException or SslHandshakeException or TimeoutException)
        {
            return new MailHandover($"The mail server cannot be used: {exception.Message}", Final: false);
        }
    }

    private MimeMessage Message(OutgoingMail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.QueuedAt,
            // The same for every try, so that a receiver can drop a repeat.
            MessageId = $"{mail.Id}@{Domain()}",
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(mail.FromName, options.Value.From));
        message.To.Add(new MailboxAddress("", mail.To));
        if (mail.ReplyTo is { } reply && MailboxAddress.TryParse(reply, out var address))
            message.ReplyTo.Add(address);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private string Domain() => options.Value.From[(options.Value.From.LastIndexOf('@') + 1)..];

    private SecureSocketOptions Security() => options.Value.Security switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        var other => throw new InvalidOperationException($"Mail:Security is '{other}'; use none, starttls or tls."),
    };
}
