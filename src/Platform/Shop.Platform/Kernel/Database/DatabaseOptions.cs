namespace Shop.Platform.Kernel.Database;

/// <summary>Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (default, embedded) or <c>postgres</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Connection string of the provider.</summary>
    public string ConnectionString { get; set; } = "Data Source=shop.db";
}
