using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Platform.Kernel;

namespace Shop.Platform.Media;

/// <summary>An image address that was fetched, and the stored image it gave: the same address is not fetched twice.</summary>
public sealed class MediaItem : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>SHA-256 of the address.</summary>
    public required string SourceHash { get; init; }

    public required string Source { get; init; }

    /// <summary>First 32 hexadecimal digits of the SHA-256 of the bytes as fetched.</summary>
    public required string Hash { get; init; }

    public int Width { get; init; }
    public int Height { get; init; }
    public int Bytes { get; init; }
    public DateTimeOffset FetchedAt { get; init; }
}

internal sealed class MediaMapping : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> builder)
    {
        builder.ToTable("MediaItems");
        builder.HasKey(m => new { m.TenantId, m.SourceHash });
        builder.Property(m => m.SourceHash).HasMaxLength(64);
        builder.Property(m => m.Source).HasMaxLength(2000);
        builder.Property(m => m.Hash).HasMaxLength(32);
    }
}
