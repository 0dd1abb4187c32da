using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Publishes a connector's question as an event of its tenant; other slices make a human task of it.</summary>
internal sealed class PersonDesk(AccountStore accounts, TimeProvider time) : IPersonDesk
{
    public Task AskAsync(CallScope scope, string question, CancellationToken cancellationToken) =>
        accounts.PublishAsync(
            TenantId.Parse(scope.Tenant, null), new ConnectorPersonAsked(scope.Package.Manifest.Id, question, time.GetUtcNow()), cancellationToken);
}
