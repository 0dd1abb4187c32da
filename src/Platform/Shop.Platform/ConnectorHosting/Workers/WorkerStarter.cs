using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;
using StreamJsonRpc;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>Starts a worker, confined where that is possible and as the rules demand.</summary>
internal sealed class WorkerStarter(ConnectorOptions options, Confinement confinement, ILogger<WorkerStarter> log)
{
    public bool Confines => confinement.Works;

    public async Task<Answer<WorkerProcess>> StartAsync(ConnectorPackage package, CancellationToken cancellationToken)
    {
        if (!confinement.Works && !package.FirstParty && !options.AllowUnconfined)
            return new Fault(FaultKind.Unsupported, "This connector comes from a third party and this machine cannot confine it. Ask the operator.")
            {
                Code = "unconfined",
                Detail = "bubblewrap does not work here and Connectors:AllowUnconfined is off.",
            };
        if (!File.Exists(options.Worker))
            return new Fault(FaultKind.Unavailable, "Connectors cannot run on this installation.") { Detail = $"No worker at {options.Worker}." };

        WorkerRunFolder folder = new(options.RunFolder);
        ProcessStartInfo start = WorkerLaunch.Command(options, package, folder.Path, confinement.Works);
        WorkerProcess worker;
        try
        {
            worker = new WorkerProcess(StarterThread.Start(start), folder);
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            folder.Dispose();
            return new Fault(FaultKind.Unavailable, "The connector could not be started.") { Detail = problem.Message };
        }

        string? trouble = await HandshakeAsync(worker, cancellationToken);
        if (trouble is null)
            return worker;
        await worker.DisposeAsync();
        return new Fault(FaultKind.ConnectorBug, "The connector could not be started.") { Detail = trouble, Code = "start" };
    }

    private async Task<string?> HandshakeAsync(WorkerProcess worker, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.StartDeadline);
        try
        {
            // Not WaitAsync alone: a worker that never answers must not hold the caller beyond the limit.
            return await worker.HandshakeAsync(log, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The worker did not answer within {options.StartDeadline.TotalSeconds:0} s.";
        }
        catch (OperationCanceledException)
        {
            await worker.DisposeAsync();
            throw;
        }
        catch (Exception problem) when (problem is IOException or RemoteRpcException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            return $"The worker's connection broke at start: {problem.Message}";
        }
    }
}
