using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Workflows;

internal sealed class WorkflowInstanceMapping : IEntityTypeConfiguration<WorkflowInstance>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.Definition).HasMaxLength(100);
        builder.Property(i => i.Correlation).HasMaxLength(200);
        // The second activation that commits finds another number and loses.
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.TenantId, i.Definition, i.Correlation }).IsUnique();
        builder.HasIndex(i => new { i.TenantId, i.Status, i.UpdatedAt });
        // Not led by the tenant: the sweep looks across tenants for what is due.
        builder.HasIndex(i => i.DueAt);
    }
}

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("WorkflowJournal");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Step).HasMaxLength(100);
        builder.Property(e => e.Outcome).HasMaxLength(100);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(e => new { e.TenantId, e.InstanceId });
        builder.HasIndex(e => new { e.TenantId, e.InstanceId, e.Number }).IsUnique();
    }
}

internal sealed class InboxItemMapping : IEntityTypeConfiguration<InboxItem>
{
    public void Configure(EntityTypeBuilder<InboxItem> builder)
    {
        builder.ToTable("WorkflowInbox");
        builder.HasKey(i => new { i.TenantId, i.InstanceId, i.Key });
        builder.Property(i => i.Key).HasMaxLength(200);
        builder.Property(i => i.Name).HasMaxLength(200);
        builder.Property(i => i.Choice).HasMaxLength(100);
        builder.Property(i => i.Actor).HasMaxLength(200);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(i => new { i.TenantId, i.InstanceId });
        builder.HasIndex(i => i.TakenAt);
    }
}

internal sealed class HumanTaskMapping : IEntityTypeConfiguration<HumanTask>
{
    public void Configure(EntityTypeBuilder<HumanTask> builder)
    {
        builder.ToTable("HumanTasks");
        builder.HasKey(t => new { t.TenantId, t.Id });
        builder.Property(t => t.Step).HasMaxLength(100);
        builder.Property(t => t.Key).HasMaxLength(200);
        builder.Property(t => t.Kind).HasMaxLength(60);
        builder.Property(t => t.Title).HasMaxLength(300);
        builder.Property(t => t.Choice).HasMaxLength(100);
        builder.Property(t => t.AnsweredBy).HasMaxLength(200);
        // Two activations of one instance cannot ask the same question twice, nor two people answer it.
        builder.Property(t => t.Choice).IsConcurrencyToken();
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(t => new { t.TenantId, t.InstanceId });
        builder.HasIndex(t => new { t.TenantId, t.InstanceId, t.Key }).IsUnique();
        builder.HasIndex(t => new { t.TenantId, t.AnsweredAt });
    }
}
