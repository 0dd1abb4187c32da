using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;

namespace Shop.Platform.ConnectorHosting;

/// <summary>
/// After an unrepeatable request has left the machine, a failure on our side says nothing about what the supplier did. Placing an order
/// promises that every fault but <see cref="FaultKind.Unavailable"/> means "nothing was bought", so these become that one.
/// </summary>
internal static class Doubt
{
    public static Fault? Of(CallScope scope, Fault fault) =>
        scope.Trace.UnrepeatableSent && fault.Kind is (FaultKind.ConnectorBug or FaultKind.LayoutChanged)
            ? new Fault(FaultKind.Unavailable, "The supplier's answer could not be understood: the order may exist.")
            {
                Code = Codes.Unclear,
                Detail = $"{fault.Kind} {fault.Field}: {fault.Detail ?? fault.Message}",
            }
            : null;
}
