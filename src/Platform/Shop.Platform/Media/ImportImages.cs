using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Media;

/// <summary>Fetches images side by side, stores them, and remembers what each address gave.</summary>
internal sealed class ImportImages(ShopDb db, ImageFetch fetch, MediaStore store, TimeProvider time, IOptions<MediaOptions> options) : IMedia
{
    private const int AtOnce = 4;

    public async Task<Outcome<string>> ImportAsync(Uri source, CancellationToken cancellationToken) =>
        (await ImportManyAsync([source], cancellationToken))[0];

    public async Task<IReadOnlyList<Outcome<string>>> ImportManyAsync(IReadOnlyList<Uri> sources, CancellationToken cancellationToken)
    {
        var wanted = sources.Distinct().ToDictionary(s => s, s => Hash(Encoding.UTF8.GetBytes(s.AbsoluteUri)));
        var known = await KnownAsync([.. wanted.Values], cancellationToken);
        var tenant = db.FilterTenant;
        var missing = wanted.Where(w => !known.TryGetValue(w.Value, out var item) || store.Find(tenant, item.Hash) is null).ToList();
        var fetched = new System.Collections.Concurrent.ConcurrentDictionary<Uri, Outcome<Stored>>();
        await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (source, ct) => fetched[source.Key] = await StoreAsync(tenant, source.Key, ct));
        foreach (var (source, outcome) in fetched)
            Remember(source, wanted[source], outcome, known);
        return [.. sources.Select(s => fetched.TryGetValue(s, out var outcome) && outcome.Failed(out var problem, out _)
            ? (Outcome<string>)problem : $"/media/{known[wanted[s]].Hash}")];
    }

    private async Task<Dictionary<string, MediaItem>> KnownAsync(List<string> hashes, CancellationToken cancellationToken)
    {
        var stored = await db.Set<MediaItem>().Where(m => hashes.Contains(m.SourceHash)).ToListAsync(cancellationToken);
        return db.Set<MediaItem>().Local.Where(m => hashes.Contains(m.SourceHash)).Concat(stored).DistinctBy(m => m.SourceHash).ToDictionary(m => m.SourceHash);
    }

    private async Task<Outcome<Stored>> StoreAsync(TenantId tenant, Uri source, CancellationToken cancellationToken)
    {
        if ((await fetch.GetAsync(source, cancellationToken)).Failed(out var unreachable, out var bytes))
            return unreachable;
        if (Pictures.Normalise(bytes, options.Value.MaxSide).Failed(out var unusable, out var picture))
            return unusable;
        var hash = Hash(bytes)[..32];
        if (store.Find(tenant, hash) is null)
            await store.WriteAsync(store.PathOf(tenant, hash, picture.Extension), picture.Bytes, cancellationToken);
        return new Stored(hash, picture);
    }

    private void Remember(Uri source, string sourceHash, Outcome<Stored> outcome, Dictionary<string, MediaItem> known)
    {
        if (outcome.Failed(out _, out var stored) || known.ContainsKey(sourceHash))
            return;
        known[sourceHash] = new MediaItem
        {
            SourceHash = sourceHash,
            Source = source.AbsoluteUri.Length > 2000 ? source.AbsoluteUri[..2000] : source.AbsoluteUri,
            Hash = stored.Hash,
            Width = stored.Picture.Width,
            Height = stored.Picture.Height,
            Bytes = stored.Picture.Bytes.Length,
            FetchedAt = time.GetUtcNow(),
        };
        db.Add(known[sourceHash]);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Stored(string Hash, Picture Picture);
}
