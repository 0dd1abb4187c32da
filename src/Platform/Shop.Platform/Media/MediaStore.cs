using Microsoft.Extensions.Configuration;
using Shop.Platform.Kernel;

namespace Shop.Platform.Media;

/// <summary>
/// Images on disk under <c>Data:Folder/media/tenant/</c>. The path begins with the tenant, so a hash of another store finds nothing.
/// </summary>
internal sealed class MediaStore(IConfiguration configuration, IIdSource ids)
{
    private readonly string _root = Path.GetFullPath(Path.Combine(configuration["Data:Folder"] ?? "data", "media"));

    /// <summary>The stored original. Null when this tenant has none of that hash.</summary>
    public string? Find(TenantId tenant, string hash) =>
        IsHash(hash) ? new[] { "jpg", "webp" }.Select(e => PathOf(tenant, hash, e)).FirstOrDefault(File.Exists) : null;

    public string PathOf(TenantId tenant, string hash, string ending) => Path.Combine(_root, tenant.ToString(), hash[..2], $"{hash}.{ending}");

    /// <summary>Writes beside and renames, so that nobody reads half a file.</summary>
    public async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{ids.Token()}.tmp";
        await File.WriteAllBytesAsync(beside, bytes, cancellationToken);
        File.Move(beside, path, overwrite: true);
    }

    private static bool IsHash(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}
