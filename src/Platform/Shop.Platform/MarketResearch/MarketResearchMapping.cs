using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.MarketResearch;

internal sealed class ResearchRunMapping : IEntityTypeConfiguration<ResearchRun>
{
    public void Configure(EntityTypeBuilder<ResearchRun> builder)
    {
        builder.ToTable("ResearchRuns");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.StartedBy).HasMaxLength(200);
        builder.HasIndex(r => new { r.TenantId, r.StartedAt });
    }
}

internal sealed class ResearchReadingMapping : IEntityTypeConfiguration<ResearchReading>
{
    public void Configure(EntityTypeBuilder<ResearchReading> builder)
    {
        builder.ToTable("ResearchReadings");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Source).HasMaxLength(60);
        builder.Property(r => r.Subject).HasMaxLength(120);
        builder.Property(r => r.Fault).HasMaxLength(40);
        builder.HasIndex(r => new { r.TenantId, r.RunId, r.Kind, r.Source, r.Subject }).IsUnique();
        builder.HasIndex(r => new { r.TenantId, r.Kind, r.Source, r.Subject, r.ObservedAt });
        builder.HasOne<ResearchRun>().WithMany().HasForeignKey(r => new { r.TenantId, r.RunId });
    }
}

internal sealed class ResearchCandidateMapping : IEntityTypeConfiguration<ResearchCandidate>
{
    public void Configure(EntityTypeBuilder<ResearchCandidate> builder)
    {
        builder.ToTable("ResearchCandidates");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Topic).HasMaxLength(120);
        builder.Property(c => c.Category).HasMaxLength(60);
        builder.Property(c => c.Quality).HasMaxLength(20);
        builder.HasIndex(c => new { c.TenantId, c.RunId, c.Rank }).IsUnique();
        builder.HasOne<ResearchRun>().WithMany().HasForeignKey(c => new { c.TenantId, c.RunId });
    }
}

internal sealed class ResearchSettingsMapping : IEntityTypeConfiguration<ResearchSettings>
{
    public void Configure(EntityTypeBuilder<ResearchSettings> builder)
    {
        builder.ToTable("ResearchSettings");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.HasIndex(s => s.TenantId).IsUnique();
    }
}
