using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Shop.Platform.Tests.Support;

/// <summary>A small SMTP server on a free loopback port that keeps what it is given, or refuses it.</summary>
internal sealed class SmtpInbox : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public SmtpInbox()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<MimeMessage> Messages { get; } = [];

    /// <summary>What RCPT is answered with; 250 takes it.</summary>
    public string RecipientAnswer { get; set; } = "250 OK";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        await using var writer = new StreamWriter(stream, System.Text.Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            await writer.WriteLineAsync(verb switch { "EHLO" => "250-test\r\n250 8BITMIME", "RCPT" => RecipientAnswer, "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 OK" });
            if (verb == "QUIT")
                return;
            if (verb == "DATA")
                await ReceiveAsync(reader, writer);
        }
    }

    private async Task ReceiveAsync(StreamReader reader, StreamWriter writer)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var source = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text.ToString()));
        Messages.Add(await MimeMessage.LoadAsync(source, _stop.Token));
        await writer.WriteLineAsync("250 taken");
    }
}
