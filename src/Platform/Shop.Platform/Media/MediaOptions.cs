namespace Shop.Platform.Media;

/// <summary>Configuration section <c>Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>
    /// <c>host:port</c> pairs that may be asked for images though they are private addresses or not https, for example a sandbox on this machine.
    /// Empty by default.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Largest download in bytes. Default 10 MB.</summary>
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Largest side of a stored image in pixels. Default 2000.</summary>
    public int MaxSide { get; set; } = 2000;

    /// <summary>Serve AVIF where the browser takes it. Off by default: encoding costs about a second of a core per image and size.</summary>
    public bool Avif { get; set; }
}
