namespace Shop.Platform.ConnectorHosting.Workers;

internal sealed class ConnectorWorkers(WorkerPool pool, Confinement confinement) : IConnectorWorkers
{
    public bool Confined => confinement.Works;

    public IReadOnlyList<WorkerHealth> Health() => pool.Health();
}
