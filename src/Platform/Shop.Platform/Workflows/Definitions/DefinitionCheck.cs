namespace Shop.Platform.Workflows.Definitions;

/// <summary>Finds what is wrong with a definition before any instance runs it. Run at start-up and when a definition is saved.</summary>
public static class DefinitionCheck
{
    /// <returns>One sentence per fault; empty when the definition is sound.</returns>
    public static IReadOnlyList<string> Run(WorkflowDefinition definition, ActivityCatalog activities)
    {
        var shape = Shape(definition).Concat(definition.Steps.SelectMany(s => StepCheck.Run(s.Key, s.Value, definition, activities))).ToList();
        // Paths are only worth walking when every edge leads somewhere.
        return shape.Count > 0 ? shape : [.. Paths(definition), .. Guards(definition, activities)];
    }

    private static IEnumerable<string> Shape(WorkflowDefinition definition)
    {
        if (string.IsNullOrWhiteSpace(definition.Name) || string.IsNullOrWhiteSpace(definition.Title) || definition.Version < 1)
            yield return "Name, title and a version from 1 are needed.";
        if (!definition.Steps.ContainsKey(definition.Start))
            yield return $"The start step '{definition.Start}' does not exist.";
        foreach (var name in definition.Steps.Keys.Where(n => WorkflowDefinition.IsFinal(n) || n == "input"))
            yield return $"A step cannot be called '{name}'.";
    }

    private static IEnumerable<string> Paths(WorkflowDefinition definition)
    {
        var undo = definition.Steps.Values.Select(s => s.Compensation).OfType<string>();
        var reached = Reach(definition, [definition.Start, .. undo], _ => true);
        foreach (var name in definition.Steps.Keys.Where(n => !reached.Contains(n)))
            yield return $"Step '{name}' cannot be reached.";
        foreach (var name in definition.Steps.Keys.Where(n => !Ends(definition, n)))
            yield return $"No path leads from step '{name}' to an end.";
    }

    private static IEnumerable<string> Guards(WorkflowDefinition definition, ActivityCatalog activities)
    {
        var open = Reach(definition, [definition.Start], name => !IsGuard(definition.Steps[name], activities));
        return definition.Steps.Where(s => open.Contains(s.Key) && Traits(s.Value, activities).HasFlag(ActivityTraits.Effect))
            .Select(s => $"Step '{s.Key}' has an effect but can be reached without passing a guard.");
    }

    private static bool IsGuard(StepDefinition step, ActivityCatalog activities) =>
        step.Kind == StepKind.AskPerson || Traits(step, activities).HasFlag(ActivityTraits.Guard);

    private static ActivityTraits Traits(StepDefinition step, ActivityCatalog activities) => activities.Find(step.Activity)?.Traits ?? ActivityTraits.None;

    private static bool Ends(WorkflowDefinition definition, string from) =>
        Reach(definition, [from], _ => true).Any(n => definition.Steps[n].On.Values.Any(WorkflowDefinition.IsFinal));

    private static HashSet<string> Reach(WorkflowDefinition definition, IEnumerable<string> from, Func<string, bool> passes)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(from);
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name) || !passes(name))
                continue;
            foreach (var next in definition.Steps[name].On.Values.Where(t => !WorkflowDefinition.IsFinal(t)))
                open.Push(next);
        }
        return seen;
    }
}
