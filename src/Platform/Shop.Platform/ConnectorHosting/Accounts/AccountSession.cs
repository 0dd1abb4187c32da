using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Protocol;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>A tenant's call through its account: admitted, with a grant that is still good, renewed once when the supplier refuses it.</summary>
internal sealed class AccountSession(AccountGate gate, AccountCalls calls, AccountRefresh refresh)
{
    public async Task<Answer<T>> RunAsync<T>(
        TenantId tenant, string connector, Type capability, string method, object?[] arguments, CancellationToken cancellationToken)
    {
        if ((await ReadyAsync(tenant, connector, capability, cancellationToken)).Failed(out Fault? refused, out Admitted? admitted))
            return refused;
        Answer<T> answer = await calls.InvokeAsync<T>(tenant, admitted, capability, method, arguments, cancellationToken);
        if (answer.Fault?.Kind != FaultKind.Unauthorised || !Renews(admitted))
            return answer;
        if ((await refresh.RunAsync(tenant, admitted, cancellationToken)).Failed(out Fault? lost, out Admitted? renewed))
            return lost;
        answer = await calls.InvokeAsync<T>(tenant, renewed, capability, method, arguments, cancellationToken);
        if (answer.Fault is { Kind: FaultKind.Unauthorised } still)
            await refresh.LostAsync(tenant, connector, still, cancellationToken);
        return answer;
    }

    /// <summary>For what spends money: never sent a second time, whatever the answer.</summary>
    public async Task<Answer<T>> OnceAsync<T>(
        TenantId tenant, string connector, Type capability, string method, object?[] arguments, CancellationToken cancellationToken) =>
        (await ReadyAsync(tenant, connector, capability, cancellationToken)).Failed(out Fault? refused, out Admitted? admitted)
            ? refused
            : await calls.InvokeAsync<T>(tenant, admitted, capability, method, arguments, cancellationToken);

    private async Task<Answer<Admitted>> ReadyAsync(TenantId tenant, string connector, Type capability, CancellationToken cancellationToken)
    {
        Answer<Admitted> admission = await gate.AdmitAsync(tenant, connector, CapabilityTable.ManifestName(capability), connecting: false, cancellationToken);
        if (admission.Failed(out _, out Admitted? admitted) || !Renews(admitted) || !refresh.Due(admitted.Account))
            return admission;
        Answer<Admitted> renewed = await refresh.RunAsync(tenant, admitted, cancellationToken);
        // Renewing early can wait: while the old grant is good, a supplier that is down for a moment is no reason to refuse the call.
        return renewed.Fault is { Kind: not FaultKind.Unauthorised } && refresh.StillGood(admitted.Account) ? admission : renewed;
    }

    private static bool Renews(Admitted admitted) => admitted.Package.Manifest.Can(CapabilityTable.ManifestName(typeof(IConnectAccount)));
}
