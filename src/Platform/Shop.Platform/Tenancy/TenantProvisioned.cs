using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Tenancy;

/// <summary>A merchant signed up: the store exists. Slices add what a new store needs (price rule, shipping, schedules).</summary>
public sealed record TenantProvisioned(string Slug, string Name, string Language, string Province) : IEvent;
