using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Interpreter;

namespace Shop.Platform.Workflows;

internal sealed class WorkflowReads(ShopDb db, DefinitionCatalog definitions) : IWorkflowReads
{
    private const int LargestPage = 200;

    public IReadOnlyList<WorkflowDefinition> Definitions => [.. definitions.Newest.OrderBy(d => d.Name, StringComparer.Ordinal)];

    public async Task<Page<InstanceSummary>> ListAsync(InstanceQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Set<WorkflowInstance>().AsNoTracking();
        if (query.Definition is { } definition)
            rows = rows.Where(i => i.Definition == definition);
        if (query.Status is { } status)
            rows = rows.Where(i => i.Status == status);
        if (query.Correlation is { } correlation)
            rows = rows.Where(i => i.Correlation == correlation);
        var total = await rows.CountAsync(cancellationToken);
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var page = await rows.OrderByDescending(i => i.UpdatedAt).ThenBy(i => i.Id)
            .Skip((Math.Max(1, query.PageNumber) - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new([.. page.Select(i => Summary(i, State(i)))], total);
    }

    public async Task<InstanceDetails?> FindAsync(Id<WorkflowInstance> id, CancellationToken cancellationToken) =>
        await db.Set<WorkflowInstance>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { } row
            ? await DetailsAsync(row, cancellationToken) : null;

    public async Task<InstanceDetails?> FindAsync(string definition, string correlation, CancellationToken cancellationToken) =>
        await db.Set<WorkflowInstance>().AsNoTracking().SingleOrDefaultAsync(i => i.Definition == definition && i.Correlation == correlation, cancellationToken) is { } row
            ? await DetailsAsync(row, cancellationToken) : null;

    public async Task<Page<TaskItem>> TasksAsync(bool open, int page, int pageSize, CancellationToken cancellationToken)
    {
        var tasks = Tasks().Where(t => open == (t.Task.AnsweredAt == null));
        var total = await tasks.CountAsync(cancellationToken);
        var sorted = open ? tasks.OrderBy(t => t.Task.CreatedAt) : tasks.OrderByDescending(t => t.Task.AnsweredAt);
        var size = Math.Clamp(pageSize, 1, LargestPage);
        var rows = await sorted.Skip((Math.Max(1, page) - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new([.. rows.Select(Item)], total);
    }

    public async Task<TaskItem?> FindTaskAsync(Id<HumanTask> id, CancellationToken cancellationToken) =>
        await Tasks().SingleOrDefaultAsync(t => t.Task.Id == id, cancellationToken) is { } row ? Item(row) : null;

    public Task<int> OpenTasksAsync(CancellationToken cancellationToken) => db.Set<HumanTask>().CountAsync(t => t.AnsweredAt == null, cancellationToken);

    private async Task<InstanceDetails> DetailsAsync(WorkflowInstance row, CancellationToken cancellationToken)
    {
        var state = State(row);
        var graph = definitions.Find(row.Definition, row.DefinitionVersion);
        var journal = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.InstanceId == row.Id).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var tasks = await Tasks().Where(t => t.Task.InstanceId == row.Id).OrderBy(t => t.Task.CreatedAt).ToListAsync(cancellationToken);
        return new(Summary(row, state), graph, state.Data, [.. journal.Select((e, i) => Run(e, i == 0 ? null : journal[i - 1], graph))], [.. tasks.Select(Item)]);
    }

    private static StepRun Run(JournalEntry entry, JournalEntry? before, WorkflowDefinition? graph)
    {
        var step = graph?.Steps.GetValueOrDefault(entry.Step);
        return new(
            entry.Number, entry.Step, step?.Title ?? entry.Step, entry.Visit, entry.Attempt, entry.Repeats, Cause(entry, before),
            (JsonObject?)step?.Settings.DeepClone() ?? [], entry.Output is null ? null : JsonNode.Parse(entry.Output), entry.Outcome, entry.Error,
            entry.StartedAt, entry.EndedAt - entry.StartedAt);
    }

    private static string Cause(JournalEntry entry, JournalEntry? before) => (entry, before) switch
    {
        (_, null) => "start",
        ({ Attempt: > 1 }, { } last) when last.Step == entry.Step && last.Visit == entry.Visit => $"try {entry.Attempt} after: {last.Error ?? "a person's answer"}",
        (_, { Outcome: { } outcome } last) => $"{last.Step}: {outcome}",
        (_, { } last) => $"{last.Step}: error",
    };

    private IQueryable<TaskRow> Tasks() =>
        from task in db.Set<HumanTask>().AsNoTracking()
        join instance in db.Set<WorkflowInstance>() on task.InstanceId equals instance.Id
        select new TaskRow { Task = task, Definition = instance.Definition, Correlation = instance.Correlation };

    private static TaskItem Item(TaskRow row) => new(
        row.Task.Id, row.Task.InstanceId, row.Definition, row.Correlation, row.Task.Step, row.Task.Kind, row.Task.Title,
        JsonNode.Parse(row.Task.Details)!.AsObject(), JsonSerializer.Deserialize<List<HumanTaskChoice>>(row.Task.Choices, KernelJson.Options)!,
        row.Task.CreatedAt, row.Task.DueAt, row.Task.AnsweredAt, row.Task.AnsweredBy, row.Task.Choice);

    private InstanceSummary Summary(WorkflowInstance row, InstanceState state) => new(
        row.Id, row.Definition, definitions.Find(row.Definition, row.DefinitionVersion)?.Title ?? row.Definition, row.Correlation, row.Status, state.Step,
        row.CreatedAt, row.UpdatedAt, row.DueAt);

    private static InstanceState State(WorkflowInstance row) => JsonSerializer.Deserialize<InstanceState>(row.State, KernelJson.Options)!;

    private sealed class TaskRow
    {
        public required HumanTask Task { get; init; }
        public required string Definition { get; init; }
        public required string Correlation { get; init; }
    }
}
