using System.Reflection;
using McMaster.NETCore.Plugins;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Protocol;

namespace Shop.ConnectorWorker;

/// <summary>A connector's objects by the interface they implement.</summary>
internal sealed class LoadedConnector
{
    private readonly Dictionary<Type, object> _byInterface = [];

    public IReadOnlyList<string> Capabilities => [.. _byInterface.Keys.Select(type => type.Name)];

    public object? Find(Type capability) => _byInterface.GetValueOrDefault(capability);

    public static LoadedConnector Load(string assemblyPath)
    {
        PluginLoader loader = PluginLoader.CreateFromAssemblyFile(assemblyPath, [typeof(IConnectorContext)]);
        LoadedConnector loaded = new();
        foreach (Type type in loader.LoadDefaultAssembly().GetTypes().Where(IsConnector))
            loaded.Add(type);
        return loaded._byInterface.Count > 0
            ? loaded
            : throw new InvalidOperationException("The assembly has no class that implements a capability of the SDK and has a constructor without parameters.");
    }

    private void Add(Type type)
    {
        object instance = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (Type capability in CapabilityTable.Interfaces.Where(candidate => candidate.IsAssignableFrom(type)))
        {
            if (!_byInterface.TryAdd(capability, instance))
                throw new InvalidOperationException($"Two classes implement {capability.Name}: a connector has one.");
        }
    }

    private static bool IsConnector(Type type) =>
        type is { IsAbstract: false, IsClass: true, ContainsGenericParameters: false }
        && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null
        && CapabilityTable.Interfaces.Any(capability => capability.IsAssignableFrom(type));
}
