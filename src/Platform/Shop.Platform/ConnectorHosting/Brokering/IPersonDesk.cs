namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Where a connector's question to a person goes.</summary>
internal interface IPersonDesk
{
    Task AskAsync(CallScope scope, string question, CancellationToken cancellationToken);
}
