using System.Reflection;
using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Protocol;

/// <summary>The one list of what can be called in a connector. A method of these interfaces is named <c>Interface.Method</c>.</summary>
internal static class CapabilityTable
{
    public static IReadOnlyList<Type> Interfaces { get; } =
    [
        typeof(IConnectAccount), typeof(IReadOffer), typeof(ISearchOffers), typeof(IQuoteShipping), typeof(IPlaceOrder),
        typeof(ICancelOrder), typeof(ITrackShipment), typeof(IReceiveWebhook), typeof(IReadSignals),
    ];

    private static readonly Dictionary<string, MethodInfo> Methods = Interfaces
        .SelectMany(type => type.GetMethods(), (type, method) => (Name: Name(type, method.Name), Method: method))
        .ToDictionary(entry => entry.Name, entry => entry.Method, StringComparer.Ordinal);

    public static string Name(Type type, string method) => $"{type.Name}.{method}";

    /// <summary>The name in a manifest: IReadOffer is <c>read-offer</c>.</summary>
    public static string ManifestName(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name[1..]);

    /// <summary>The interface a manifest means: <c>read-offer</c> is IReadOffer. Null when there is none.</summary>
    public static Type? InterfaceOf(string manifestName) =>
        Interfaces.FirstOrDefault(type => ManifestName(type) == manifestName);

    public static MethodInfo? Find(string capability) => Methods.GetValueOrDefault(capability);

    /// <summary>Context and token never travel: they are supplied by the worker.</summary>
    public static bool Travels(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(IConnectorContext) && parameter.ParameterType != typeof(CancellationToken);
}
