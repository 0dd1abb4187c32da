using System.Text;
using Shop.Sandbox.Faults;

namespace Shop.Sandbox.Mail;

/// <summary>One SMTP conversation: EHLO, MAIL, RCPT, DATA with dot-stuffing, RSET, NOOP, VRFY, QUIT. Commands may be pipelined.</summary>
internal sealed class SmtpSession(Stream stream, MailBox box, FaultBoard faults, TimeProvider time)
{
    private const int MostBytes = 25 * 1024 * 1024;

    private readonly LineReader reader = new(stream);
    private readonly List<string> recipients = [];
    private string? sender;

    public async Task RunAsync(CancellationToken cancel)
    {
        await SayAsync("220 sandbox ESMTP", cancel);
        while (await reader.ReadAsync(cancel) is { } line)
        {
            var command = Encoding.ASCII.GetString(line);
            if (!await HandleAsync(command, cancel)) return;
        }
    }

    private async Task<bool> HandleAsync(string command, CancellationToken cancel)
    {
        var verb = command.Split(' ', 2)[0].ToUpperInvariant();
        switch (verb)
        {
            case "EHLO":
                await SayAsync("250-sandbox greets you\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 26214400", cancel);
                return true;
            case "DATA":
                return await DataAsync(cancel);
            case "QUIT":
                await SayAsync("221 Bye", cancel);
                return false;
            default:
                await SayAsync(Simple(verb, command), cancel);
                return true;
        }
    }

    private string Simple(string verb, string command)
    {
        switch (verb)
        {
            case "HELO" or "NOOP":
                return "250 OK";
            case "RSET":
                Reset();
                return "250 OK";
            case "VRFY":
                return "252 Cannot verify";
            case "MAIL":
                sender = Address(command);
                return sender is null ? "501 Syntax: MAIL FROM:<address>" : "250 OK";
            case "RCPT":
                return sender is null ? "503 MAIL first" : Recipient(Address(command));
            default:
                return "502 Command not implemented";
        }
    }

    private string Recipient(string? address)
    {
        if (string.IsNullOrEmpty(address)) return "501 Syntax: RCPT TO:<address>";
        if (faults.Take("mail", "rcpt", FaultKinds.RefuseAddress) is not null) return "550 5.1.1 Mailbox does not exist";
        if (faults.Take("mail", "rcpt", FaultKinds.RateLimit) is not null) return "451 4.7.1 Try again later";
        recipients.Add(address);
        return "250 OK";
    }

    private async Task<bool> DataAsync(CancellationToken cancel)
    {
        if (recipients.Count == 0)
        {
            await SayAsync("503 RCPT first", cancel);
            return true;
        }

        await SayAsync("354 End with <CRLF>.<CRLF>", cancel);
        if (await BodyAsync(cancel) is not { } data) return false;
        if (data.Length > MostBytes)
        {
            await SayAsync("552 Message too large", cancel);
            return true;
        }

        if (faults.Take("mail", "data", FaultKinds.Delay) is { } delay) await Task.Delay(TimeSpan.FromMilliseconds(delay.DelayMs ?? 3000), time, cancel);
        var mail = box.Accept(sender!, [.. recipients], data);
        if (faults.Take("mail", "data", FaultKinds.Duplicate) is not null) box.Accept(sender!, [.. recipients], data);
        Reset();
        if (faults.Take("mail", "data", FaultKinds.DropAfterAccept) is not null) return false;
        await SayAsync($"250 OK queued as {mail.Id}", cancel);
        return true;
    }

    private async Task<byte[]?> BodyAsync(CancellationToken cancel)
    {
        using var body = new MemoryStream();
        while (await reader.ReadAsync(cancel) is { } line)
        {
            if (line is [(byte)'.']) return body.ToArray();
            body.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            body.Write("\r\n"u8);
        }

        return null;
    }

    private void Reset()
    {
        sender = null;
        recipients.Clear();
    }

    private static string? Address(string command)
    {
        var open = command.IndexOf('<', StringComparison.Ordinal);
        var close = command.IndexOf('>', StringComparison.Ordinal);
        return open > 0 && close > open ? command[(open + 1)..close] : null;
    }

    private async Task SayAsync(string line, CancellationToken cancel) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancel);
}
