using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Shop.Sandbox.Faults;

namespace Shop.Sandbox.Mail;

/// <summary>Listens for SMTP on loopback; every connection is a <see cref="SmtpSession"/> of its own.</summary>
public sealed partial class SmtpReceiver(
    MailBox box, FaultBoard faults, IOptions<SandboxOptions> options, TimeProvider time, ILogger<SmtpReceiver> log) : BackgroundService
{
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The port it listens on, once it does.</summary>
    public Task<int> Port => port.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, options.Value.SmtpPort);
        try
        {
            listener.Start();
        }
        catch (SocketException problem)
        {
            port.TrySetException(problem);
            CannotListen(log, options.Value.SmtpPort, problem.Message);
            throw;
        }

        port.TrySetResult(((IPEndPoint)listener.LocalEndpoint).Port);
        while (!stoppingToken.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stoppingToken);
            _ = ServeAsync(client, stoppingToken);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancel)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new SmtpSession(stream, box, faults, time).RunAsync(cancel);
            }
            catch (Exception problem) when (problem is IOException or SocketException or OperationCanceledException)
            {
                ConnectionLost(log, problem.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "SMTP port {Port} cannot be used: {Problem}. Set Sandbox:SmtpPort to a free one.")]
    private static partial void CannotListen(ILogger log, int port, string problem);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An SMTP connection ended: {Problem}")]
    private static partial void ConnectionLost(ILogger log, string problem);
}
