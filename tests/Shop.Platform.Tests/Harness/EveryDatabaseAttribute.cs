using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Shop.Platform.Tests.Harness;

/// <summary>Runs a theory on SQLite and on a real PostgreSQL; the latter is skipped by name where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<Provider>(Provider.Postgres);
        if (!PostgresServer.Installed)
            postgres.Skip = "PostgreSQL is not installed";
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<Provider>(Provider.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

public enum Provider
{
    Sqlite,
    Postgres,
}
