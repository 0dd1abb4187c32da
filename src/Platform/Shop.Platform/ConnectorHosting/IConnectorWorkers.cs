namespace Shop.Platform.ConnectorHosting;

/// <summary>The workers of this process: for the operator's pages.</summary>
public interface IConnectorWorkers
{
    /// <summary>Does bubblewrap work here? If not, a warning belongs on the operator's page.</summary>
    bool Confined { get; }

    IReadOnlyList<WorkerHealth> Health();
}
