namespace Shop.Platform.Tenancy;

/// <summary>Configuration section <c>Tenancy</c>: where this installation is reached. Links are built from it, never from a request's Host header.</summary>
public sealed class TenancyOptions
{
    /// <summary>Host name of the platform site; stores are <c>&lt;slug&gt;.</c> and the admin portal <c>admin.</c> in front of it.</summary>
    public string BaseHost { get; set; } = "localhost";

    /// <summary>Port people type. Null for the scheme's own.</summary>
    public int? Port { get; set; } = 5080;

    /// <summary><c>http</c> or <c>https</c>, as people see it (a proxy may end TLS).</summary>
    public string Scheme { get; set; } = "http";
}
