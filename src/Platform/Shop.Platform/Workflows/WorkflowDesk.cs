using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Interpreter;

namespace Shop.Platform.Workflows;

internal sealed class WorkflowDesk(ShopDb db, DefinitionCatalog definitions, InboxPost inbox, IIdSource ids, TimeProvider time) : IWorkflows
{
    public async Task<Id<WorkflowInstance>> StartAsync(string definition, string correlation, JsonObject input, CancellationToken cancellationToken)
    {
        var newest = definitions.FindNewest(definition) ?? throw new InvalidOperationException($"There is no workflow {definition}.");
        if (newest.Input.Keys.FirstOrDefault(name => input[name] is null) is { } missing)
            throw new InvalidOperationException($"Workflow {definition} needs the input {missing}.");
        var existing = db.Set<WorkflowInstance>().Local.FirstOrDefault(i => i.Definition == definition && i.Correlation == correlation)?.Id
            ?? await db.Set<WorkflowInstance>().Where(i => i.Definition == definition && i.Correlation == correlation)
                .Select(i => (Id<WorkflowInstance>?)i.Id).FirstOrDefaultAsync(cancellationToken);
        if (existing is { } id)
            return id;
        var now = time.GetUtcNow();
        var state = new InstanceState { Data = new JsonObject { ["input"] = input.DeepClone() } };
        var instance = new WorkflowInstance
        {
            Id = ids.New<WorkflowInstance>(),
            Definition = definition,
            DefinitionVersion = newest.Version,
            Correlation = correlation,
            CreatedAt = now,
            UpdatedAt = now,
            DueAt = now,
            State = JsonSerializer.Serialize(state, KernelJson.Options),
        };
        db.Add(instance);
        db.Publish(new WorkflowNudged(instance.Id));
        return instance.Id;
    }

    public Task SignalAsync(Id<WorkflowInstance> instance, string signal, string signalId, JsonNode? payload, CancellationToken cancellationToken) =>
        inbox.StoreAsync(new()
        {
            InstanceId = instance,
            Key = signalId,
            Kind = InboxKind.Signal,
            Name = signal,
            Payload = payload?.ToJsonString(KernelJson.Options),
            At = time.GetUtcNow(),
        }, alongside: null, cancellationToken);

    public async Task<Outcome<Done>> AnswerAsync(Id<HumanTask> task, string choice, JsonObject fields, string actor, CancellationToken cancellationToken)
    {
        var row = await db.Set<HumanTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == task, cancellationToken);
        if (row is null)
            return Problem.NotFound("task");
        if (row.AnsweredAt is not null)
            return AlreadyAnswered(row);
        if (CheckAnswer(row, choice, fields) is { } problem)
            return problem;
        try
        {
            var stored = await inbox.StoreAsync(Answer(row, choice, fields, actor), db => Close(db, row, choice, actor), cancellationToken);
            return stored ? new Done() : AlreadyAnswered(row);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AlreadyAnswered(row);
        }
    }

    public async Task<Outcome<Done>> CancelAsync(Id<WorkflowInstance> instance, string actor, CancellationToken cancellationToken)
    {
        var status = await db.Set<WorkflowInstance>().Where(i => i.Id == instance).Select(i => (WorkflowStatus?)i.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is null)
            return Problem.NotFound("workflow");
        if (status is not (WorkflowStatus.Running or WorkflowStatus.Waiting))
            return Problem.Conflict("workflow.ended", "This workflow has already ended.");
        await inbox.StoreAsync(
            new() { InstanceId = instance, Key = "engine:cancel", Kind = InboxKind.Cancel, Name = "", Actor = actor, At = time.GetUtcNow() },
            db => db.Audit(actor, "workflow.cancel", instance.ToString()), cancellationToken);
        return new Done();
    }

    private static Problem? CheckAnswer(HumanTask task, string choice, JsonObject fields)
    {
        var choices = JsonSerializer.Deserialize<List<HumanTaskChoice>>(task.Choices, KernelJson.Options)!;
        if (choices.FirstOrDefault(c => c.Key == choice) is not { } chosen)
            return Problem.InvalidField("choice", $"Choose one of: {string.Join(", ", choices.Select(c => c.Key))}.");
        var missing = chosen.Fields.Where(f => string.IsNullOrWhiteSpace(fields[f.Key]?.ToString())).ToDictionary(f => f.Key, f => $"{f.Value} is needed.");
        return missing.Count == 0 ? null : Problem.Invalid("invalid", "Some fields are missing.") with { Fields = missing };
    }

    private InboxItem Answer(HumanTask task, string choice, JsonObject fields, string actor) => new()
    {
        InstanceId = task.InstanceId,
        Key = $"engine:answer:{task.Key}",
        Kind = InboxKind.Answer,
        Name = task.Key,
        Choice = choice,
        Payload = fields.ToJsonString(KernelJson.Options),
        Actor = actor,
        At = time.GetUtcNow(),
    };

    private void Close(ShopDb db, HumanTask task, string choice, string actor)
    {
        db.Attach(task);
        task.AnsweredAt = time.GetUtcNow();
        task.AnsweredBy = actor;
        task.Choice = choice;
        db.Audit(actor, "task.answer", task.Id.ToString(), $"{task.Kind}: {choice}");
        db.Publish(new HumanTaskClosed(task.Id));
    }

    private static Problem AlreadyAnswered(HumanTask task) =>
        Problem.Conflict("task.answered", $"“{task.Title}” has been answered already.");
}
