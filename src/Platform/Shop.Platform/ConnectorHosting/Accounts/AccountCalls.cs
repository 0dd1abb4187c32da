using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Protocol;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Calls a connector for one account and keeps the books: log, quarantine, back-off.</summary>
internal sealed class AccountCalls(
    ConnectorCalls calls, LiveBroker broker, Pace pace, SecretVault vault, CallLog log, QuarantineRecord quarantine, IIdSource ids)
{
    public async Task<Answer<T>> InvokeAsync<T>(
        TenantId tenant, Admitted admitted, Type capability, string method, object?[] arguments, CancellationToken cancellationToken)
    {
        AccountSecrets secrets = new(vault, tenant, admitted.Account.Id);
        CallScope scope = new(ids.Token(), admitted.Package, tenant.ToString(), broker, secrets)
        {
            Capability = CapabilityTable.Name(capability, method),
            Settings = admitted.Settings,
            Market = arguments.OfType<Market>().FirstOrDefault(),
        };
        long began = TimeProvider.System.GetTimestamp();
        Answer<T> answer = await calls.InvokeAsync<T>(scope, arguments, cancellationToken);
        TimeSpan took = TimeProvider.System.GetElapsedTime(began);

        IReadOnlyDictionary<string, string> known = await secrets.ReadAsync(cancellationToken);
        log.Note(tenant, scope, answer.Fault, took, known);
        if (answer.Fault is not { } fault)
            return answer;
        if (fault.Kind == FaultKind.RateLimited && !scope.Trace.SilencedByBroker)
            foreach (string endpoint in scope.Trace.Endpoints.Keys)
                pace.BackOff(scope, endpoint, fault.RetryAfter);
        await quarantine.RecordAsync(tenant, admitted.Package.Manifest.Id, cancellationToken);
        return fault with { Message = Scrubber.Scrub(fault.Message, known), Detail = fault.Detail is null ? null : Scrubber.Scrub(fault.Detail, known) };
    }
}
