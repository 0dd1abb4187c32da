using System.Text.Json;

namespace Shop.Platform.Workflows.Definitions;

/// <summary>Says that a slice brings the definition of this name (all its versions in Workflows/Definitions).</summary>
internal sealed record ContributedDefinition(string Name);

/// <summary>The system definitions of this installation, all versions: running instances keep the one they began with.</summary>
public sealed class DefinitionCatalog
{
    private readonly Dictionary<(string Name, int Version), WorkflowDefinition> _all = [];
    private readonly ActivityCatalog _activities;

    internal DefinitionCatalog(IEnumerable<ContributedDefinition> contributed, IEnumerable<WorkflowDefinition> given, ActivityCatalog activities)
    {
        _activities = activities;
        foreach (var definition in contributed.Select(c => c.Name).Distinct().SelectMany(Read).Concat(given))
        {
            if (!_all.TryAdd((definition.Name, definition.Version), definition))
                throw new InvalidOperationException($"Workflow {definition.Name} has version {definition.Version} twice.");
        }
    }

    public IEnumerable<WorkflowDefinition> Newest => _all.Values.GroupBy(d => d.Name).Select(g => g.MaxBy(d => d.Version)!);

    public WorkflowDefinition? Find(string name, int version) => _all.GetValueOrDefault((name, version));

    public WorkflowDefinition? FindNewest(string name) => Newest.FirstOrDefault(d => d.Name == name);

    /// <summary>Everything that is wrong with any definition; empty when the installation may start.</summary>
    public IReadOnlyList<string> Check() =>
        [.. _all.Values.SelectMany(d => DefinitionCheck.Run(d, _activities).Select(problem => $"{d.Name} v{d.Version}: {problem}"))];

    private static IEnumerable<WorkflowDefinition> Read(string name)
    {
        var assembly = typeof(DefinitionCatalog).Assembly;
        var resources = assembly.GetManifestResourceNames().Where(r => r.StartsWith($"workflows/{name}.", StringComparison.Ordinal)).ToList();
        if (resources.Count == 0)
            throw new InvalidOperationException($"There is no Workflows/Definitions/{name}.json.");
        return resources.Select(resource =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            try
            {
                return WorkflowDefinition.Parse(reader.ReadToEnd());
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException($"{resource}: {exception.Message}", exception);
            }
        });
    }
}
