using Microsoft.Extensions.Configuration;

namespace Shop.Platform.ConnectorHosting;

/// <summary>Configuration under <c>Connectors</c>.</summary>
public sealed class ConnectorOptions
{
    private readonly IConfigurationSection _section;

    public ConnectorOptions(IConfiguration configuration)
    {
        _section = configuration.GetSection("Connectors");
        Folder = _section["Folder"] ?? Path.Combine(AppContext.BaseDirectory, "connectors");
        ThirdPartyFolder = _section["ThirdPartyFolder"];
        Worker = _section["Worker"] ?? Path.Combine(AppContext.BaseDirectory, "worker", "Shop.ConnectorWorker.dll");
        RunFolder = _section["RunFolder"];
        AllowUnconfined = _section.GetValue("AllowUnconfined", false);
        NeverConfine = _section.GetValue("NeverConfine", false);
        IdleStop = TimeSpan.FromSeconds(_section.GetValue("IdleStopSeconds", 300d));
        CallDeadline = TimeSpan.FromSeconds(_section.GetValue("CallDeadlineSeconds", 30d));
        StartDeadline = TimeSpan.FromSeconds(_section.GetValue("StartDeadlineSeconds", 20d));
        HeapLimitMegabytes = _section.GetValue("HeapLimitMegabytes", 256);
        Contact = _section["Contact"] ?? "operator contact not configured";
    }

    /// <summary>The product's own connectors, a folder each. Default: <c>connectors/</c> beside the host.</summary>
    public string Folder { get; }

    /// <summary>Other people's connectors. Null: none.</summary>
    public string? ThirdPartyFolder { get; }

    /// <summary>The worker's assembly. Default: <c>worker/Shop.ConnectorWorker.dll</c> beside the host.</summary>
    public string Worker { get; }

    /// <summary>Where the sockets' private folders are made. Null: the system's temporary folder.</summary>
    public string? RunFolder { get; }

    /// <summary>Lets third-party connectors run where bubblewrap does not work. Default false.</summary>
    public bool AllowUnconfined { get; }

    /// <summary>Runs workers without bubblewrap even where it works; for tests of the fallback.</summary>
    public bool NeverConfine { get; }

    /// <summary>A worker without calls for this long is stopped. Default 300 s.</summary>
    public TimeSpan IdleStop { get; }

    /// <summary>Default 30 s; within 2 s after it a worker that did not give up is killed.</summary>
    public TimeSpan CallDeadline { get; }

    public TimeSpan StartDeadline { get; }

    /// <summary>Managed memory of a worker. Default 256 MB.</summary>
    public int HeapLimitMegabytes { get; }

    /// <summary>Address or mail that stands in the user agent, so that a supplier can reach the operator.</summary>
    public string Contact { get; }

    /// <summary>An operator's base address for an endpoint: how a sandbox or a gateway is reached. Null: the manifest's.</summary>
    public string? EndpointOverride(string connector, string endpoint) => _section[$"{connector}:Endpoints:{endpoint}"];

    /// <summary>An operator's pace in seconds for an endpoint. Null: the manifest's.</summary>
    public double? PaceOverride(string connector, string endpoint) => _section.GetValue<double?>($"{connector}:Pace:{endpoint}");

    /// <summary>Whether an endpoint's robots file is asked. Null: yes for pages at the manifest's address.</summary>
    public bool? RobotsOverride(string connector, string endpoint) => _section.GetValue<bool?>($"{connector}:Robots:{endpoint}");
}
