using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Audit;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

namespace Shop.Platform.Tests.Workflows;

public sealed class RuntimeTests
{
    private const string TwoSteps = """
        "a": { "activity": "test.act", "on": { "done": "b" } },
        "b": { "activity": "test.act", "retry": { "maxAttempts": 3, "firstDelaySeconds": 2 }, "on": { "done": "end" } }
        """;

    private const string Waiting = """
        "a": { "activity": "wait-signal", "settings": { "signal": "paid" }, "timeoutSeconds": 60, "on": { "done": "b", "timeout": "fail" } },
        "b": { "activity": "test.act", "on": { "done": "end" } }
        """;

    private const string Asking = """
        "a": { "activity": "ask-person",
               "settings": { "kind": "which", "title": "Which?", "show": ["input.colour"],
                             "choices": [ { "key": "yes", "label": "Yes", "effect": "On." }, { "key": "other", "label": "Other", "effect": "Off.", "fields": { "name": "Name" } } ] },
               "on": { "yes": "b", "other": "b" } },
        "b": { "activity": "test.act", "on": { "done": "end" } }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Steps_run_in_order_and_hand_on_their_output(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, TwoSteps);
        host.Script().Act = (context, _) => ActivityResult.Done(new JsonObject { ["said"] = context.Step });
        var id = await host.BeginAsync(input: new JsonObject { ["colour"] = "red" });
        await host.RunDueAsync();

        var details = await host.ReadAsync(id);
        Assert.Equal(WorkflowStatus.Completed, details.Summary.Status);
        Assert.Equal(["a", "b"], details.Runs.Select(r => r.Step));
        Assert.Equal(["start", "a: done"], details.Runs.Select(r => r.Cause));
        var second = host.Script().Calls[1];
        Assert.Equal("red", (string?)second.Data["input"]!["colour"]);
        Assert.Equal("a", (string?)second.Data["a"]!["said"]);
        Assert.False(second.Recovering);
        Assert.Equal($"{id}:b:1", second.Key);
    }

    [Theory, EveryDatabase]
    public async Task A_failed_try_leaves_no_trace_in_the_database_and_is_repeated_after_its_delay(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, TwoSteps);
        var failures = 1;
        host.Script().Act = (context, services) =>
        {
            services.GetRequiredService<ShopDb>().Audit("test", $"did-{context.Step}", $"{context.Attempt}");
            return context.Step == "b" && failures-- > 0 ? throw new InvalidOperationException("no luck") : ActivityResult.Done();
        };
        var id = await host.BeginAsync();
        await host.RunDueAsync();
        Assert.Equal(WorkflowStatus.Waiting, (await host.ReadAsync(id)).Summary.Status);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.RunDueAsync();
        Assert.Equal(2, host.Script().Calls.Count);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.RunDueAsync();

        Assert.Equal(WorkflowStatus.Completed, (await host.ReadAsync(id)).Summary.Status);
        var audit = await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<AuditEntry>().OrderBy(a => a.Id).Select(a => a.Action + a.Subject).ToListAsync());
        Assert.Equal(["did-a1", "did-b2"], audit);
        Assert.True(host.Script().Calls[2].Recovering);
        Assert.Equal("InvalidOperationException: no luck", (await host.ReadAsync(id)).Runs[1].Error);
    }

    [Theory, EveryDatabase]
    public async Task A_step_that_keeps_failing_asks_a_person_and_both_choices_work(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, TwoSteps);
        var broken = true;
        host.Script().Act = (context, _) => context.Step == "b" && broken ? throw new InvalidOperationException("broken") : ActivityResult.Done();
        var retried = await host.BeginAsync("retried");
        var cancelled = await host.BeginAsync("cancelled");
        for (var i = 0; i < 4; i++)
        {
            await host.RunDueAsync();
            host.Time.Advance(TimeSpan.FromSeconds(10));
        }
        var tasks = await host.InTenantAsync(s => s.GetRequiredService<IWorkflowReads>().TasksAsync(open: true, 1, 50, Token));
        Assert.Equal(2, tasks.Total);
        Assert.All(tasks.Items, t => Assert.Equal("step-failing", t.Kind));
        Assert.Equal(8, host.Script().Calls.Count);

        broken = false;
        await AnswerAsync(host, tasks.Items.Single(t => t.Instance == retried).Id, "retry");
        await AnswerAsync(host, tasks.Items.Single(t => t.Instance == cancelled).Id, "cancel");
        await host.RunDueAsync();
        Assert.Equal(WorkflowStatus.Completed, (await host.ReadAsync(retried)).Summary.Status);
        Assert.Equal(WorkflowStatus.Cancelled, (await host.ReadAsync(cancelled)).Summary.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_started_step_whose_process_died_runs_again_as_recovering(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, TwoSteps);
        var id = await host.BeginAsync();
        using var dying = new CancellationTokenSource();
        host.Script().Act = (_, _) =>
        {
            dying.Cancel();
            throw new OperationCanceledException(dying.Token);
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => host.Services.GetRequiredService<InstanceRunner>().RunAsync(host.Tenant, id, dying.Token));

        host.Script().Act = (_, _) => ActivityResult.Done();
        host.Time.Advance(TimeSpan.FromSeconds(3));
        await host.RunDueAsync();
        Assert.Equal([false, true, false], host.Script().Calls.Select(c => c.Recovering));
        Assert.Equal(host.Script().Calls[0].Key, host.Script().Calls[1].Key);
        Assert.Equal(WorkflowStatus.Completed, (await host.ReadAsync(id)).Summary.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_signal_counts_once_whether_it_comes_early_late_twice_or_at_the_same_time(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, Waiting);
        var early = await host.BeginAsync("early");
        await host.DeskAsync(d => d.SignalAsync(early, "paid", "s1", 7, Token));
        var late = await host.BeginAsync("late");
        await host.RunDueAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.DeskAsync(d => d.SignalAsync(late, "paid", "s1", 8, Token))));
        await host.RunDueAsync();
        await host.DeskAsync(d => d.SignalAsync(late, "paid", "s1", 9, Token));
        await host.RunDueAsync();

        foreach (var (id, payload) in new[] { (early, 7), (late, 8) })
        {
            var details = await host.ReadAsync(id);
            Assert.Equal(WorkflowStatus.Completed, details.Summary.Status);
            Assert.Equal(payload, (int?)details.Data["a"]);
        }
        Assert.Equal(2, host.Script().Calls.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_wait_without_signal_times_out(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, Waiting);
        var id = await host.BeginAsync();
        await host.RunDueAsync();
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await host.RunDueAsync();

        Assert.Equal(WorkflowStatus.Failed, (await host.ReadAsync(id)).Summary.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_person_answers_once_with_the_fields_the_choice_needs(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, Asking);
        var id = await host.BeginAsync(input: new JsonObject { ["colour"] = "red" });
        await host.RunDueAsync();
        var task = (await host.ReadAsync(id)).Tasks.Single();
        Assert.Equal("red", (string?)task.Details["colour"]);

        Assert.Equal(ProblemKind.Invalid, (await AnswerAsync(host, task.Id, "no-such-choice")).Problem?.Kind);
        Assert.Equal("name", (await AnswerAsync(host, task.Id, "other")).Problem?.Fields.Keys.Single());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => AnswerAsync(host, task.Id, "other", new JsonObject { ["name"] = $"N{i}" })));
        Assert.Single(answers, a => a.Problem is null);
        Assert.All(answers.Where(a => a.Problem is not null), a => Assert.Equal("task.answered", a.Problem!.Code));
        await host.RunDueAsync();

        var details = await host.ReadAsync(id);
        Assert.Equal(WorkflowStatus.Completed, details.Summary.Status);
        Assert.StartsWith("N", (string?)details.Data["a"]!["name"]);
        Assert.Equal("tester", (string?)details.Data["a"]!["by"]);
    }

    [Theory, EveryDatabase]
    public async Task The_second_of_two_activations_loses(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, TwoSteps);
        var id = await host.BeginAsync();
        var runner = host.Services.GetRequiredService<InstanceRunner>();
        host.Script().Act = (context, services) =>
        {
            services.GetRequiredService<ShopDb>().Audit("test", $"did-{context.Step}", "");
            // While the first activation is inside step a, another takes the instance to its end.
            if (host.Script().Calls.Count == 1)
                runner.RunAsync(host.Tenant, id, Token).GetAwaiter().GetResult();
            return ActivityResult.Done();
        };
        await runner.RunAsync(host.Tenant, id, Token);

        Assert.Equal(WorkflowStatus.Completed, (await host.ReadAsync(id)).Summary.Status);
        var audit = await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<AuditEntry>().Select(a => a.Action).ToListAsync());
        Assert.Equal(["did-a", "did-b"], audit.Order());
    }

    [Theory, EveryDatabase]
    public async Task Starting_again_gives_the_same_instance_and_a_rollback_starts_nothing(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, TwoSteps);
        await host.DeskAsync(d => d.StartAsync("sample", "never-saved", [], Token));
        Assert.Equal(await host.BeginAsync(), await host.BeginAsync());
        await host.RunDueAsync();

        Assert.Equal(1, (await host.InTenantAsync(s => s.GetRequiredService<IWorkflowReads>().ListAsync(new(), Token))).Total);
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_closes_the_question_and_ends_the_instance(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, Asking);
        var id = await host.BeginAsync(input: new JsonObject { ["colour"] = "red" });
        await host.RunDueAsync();
        await host.DeskAsync(d => d.CancelAsync(id, "tester", Token));
        await host.RunDueAsync();

        var details = await host.ReadAsync(id);
        Assert.Equal(WorkflowStatus.Cancelled, details.Summary.Status);
        Assert.Equal("cancelled", details.Tasks.Single().Choice);
        Assert.Equal(ProblemKind.Conflict, (await host.DeskAsync(d => d.CancelAsync(id, "tester", Token))).Problem?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Another_tenant_sees_and_moves_nothing(Provider provider)
    {
        await using var host = await Samples.StartAsync(provider, Asking);
        var id = await host.BeginAsync(input: new JsonObject { ["colour"] = "red" });
        await host.RunDueAsync();
        var task = (await host.ReadAsync(id)).Tasks.Single();
        var stranger = new TenantId(Guid.Parse("22222222-2222-2222-2222-222222222222"));

        Assert.Null(await host.InTenantAsync(s => s.GetRequiredService<IWorkflowReads>().FindAsync(id, Token), stranger));
        var answer = await host.InTenantAsync(s => s.GetRequiredService<IWorkflows>().AnswerAsync(task.Id, "yes", [], "thief", Token), stranger);
        Assert.Equal(ProblemKind.NotFound, answer.Problem?.Kind);
    }

    private static Task<Outcome<Done>> AnswerAsync(SliceHost host, Id<HumanTask> task, string choice, JsonObject? fields = null) =>
        host.DeskAsync(d => d.AnswerAsync(task, choice, fields ?? [], "tester", Token));
}
