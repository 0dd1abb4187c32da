using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Shop.Platform.Kernel;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Interpreter;

namespace Shop.Platform.Tests.Workflows;

/// <summary>The interpreter against random graphs, signals, clocks, crashes and answers.</summary>
public sealed class InterpreterPropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Random but sound: step i leads on to later steps or the end, and sometimes back.</summary>
    private static readonly Gen<WorkflowDefinition> Definitions = Gen.Select(Gen.Int[1, 6], Gen.Int[0, 3].Array[6], Gen.Int[0, 20].Array[18]).Select((count, kinds, edges) =>
        new WorkflowDefinition
        {
            Name = "random",
            Version = 1,
            Title = "Random",
            Start = "s0",
            Steps = Enumerable.Range(0, count).ToDictionary(i => $"s{i}", i => Step(i, count, kinds[i], edges)),
        });

    private static readonly Gen<(WorkflowDefinition Definition, int[] Moves)> Runs = Gen.Select(Definitions, Gen.Int[0, 999].Array[5, 60]);

    [Fact]
    public void Ten_thousand_random_runs_end_and_never_have_two_live_steps() =>
        Runs.Sample(run => Assert.Equal(Phase.Ended, Play(run.Definition, run.Moves).State.Phase), iter: 10_000);

    [Fact]
    public void The_same_signals_at_the_same_times_give_the_same_states_and_effects() =>
        Runs.Sample(run => Assert.Equal(Play(run.Definition, run.Moves).Log, Play(run.Definition, run.Moves).Log), iter: 1_000);

    [Fact]
    public void A_state_survives_being_stored_between_any_two_signals() =>
        Runs.Sample(run => Assert.Equal(Play(run.Definition, run.Moves).Log, Play(run.Definition, run.Moves, store: true).Log), iter: 1_000);

    [Fact]
    public void Timers_that_come_early_or_twice_change_nothing() =>
        Runs.Sample(run => Assert.Equal(Play(run.Definition, run.Moves).Log, Play(run.Definition, run.Moves, noise: true).Log), iter: 1_000);

    private static StepDefinition Step(int index, int count, int kind, int[] edges)
    {
        string To(int slot) => edges[(index * 3) + slot] switch
        {
            0 => "fail",
            < 4 when index > 0 => $"s{edges[(index * 3) + slot] % index}",
            _ => index + 1 < count ? $"s{index + 1}" : "end",
        };
        return kind switch
        {
            0 => new() { Activity = "delay", Settings = new() { ["seconds"] = edges[index] % 3 }, On = new Dictionary<string, string> { ["done"] = To(0) } },
            1 => new() { Activity = "wait-signal", Settings = new() { ["signal"] = "go" }, TimeoutSeconds = 30, On = new Dictionary<string, string> { ["done"] = To(0), ["timeout"] = To(1) } },
            2 => new()
            {
                Activity = "ask-person",
                On = new Dictionary<string, string> { ["x"] = To(0), ["y"] = To(1) },
                Settings = new() { ["kind"] = "k", ["title"] = "t", ["choices"] = new JsonArray(new JsonObject { ["key"] = "x" }, new JsonObject { ["key"] = "y" }) },
            },
            _ => new()
            {
                Activity = "act",
                Retry = new() { MaxAttempts = 2 },
                Compensation = index > 2 ? "s0" : null,
                On = new Dictionary<string, string> { ["done"] = To(0), ["no"] = To(1), ["x"] = To(2) },
            },
        };
    }

    /// <summary>Plays the moves, then drives the run to its end the way a patient person would: cancelling.</summary>
    private static (InstanceState State, string Log) Play(WorkflowDefinition definition, int[] moves, bool store = false, bool noise = false)
    {
        var player = new Player(definition, store, noise);
        player.Send(new WorkflowSignal.Due());
        foreach (var move in moves)
            player.Move(move);
        for (var i = 0; i < 500 && player.State.Phase != Phase.Ended; i++)
            player.Finish();
        return (player.State, player.Log);
    }

    private sealed class Player(WorkflowDefinition definition, bool store, bool noise)
    {
        private readonly System.Text.StringBuilder _log = new();
        private DateTimeOffset _now = Start;
        private int _number;
        private bool _cancelled;

        public InstanceState State { get; private set; } = new();

        public string Log => _log.ToString();

        public void Send(WorkflowSignal signal)
        {
            if (noise && State.DueAt is { } due && due > _now)
                Assert.Empty(WorkflowInterpreter.Advance(definition, State, new WorkflowSignal.Due(), _now).Effects);
            var (next, effects) = WorkflowInterpreter.Advance(definition, State, signal, _now);
            CheckOneLiveStep(next, effects);
            _log.Append(JsonSerializer.Serialize(next, KernelJson.Options)).AppendJoin(',', effects.Select(e => e.GetType().Name)).AppendLine();
            State = store ? JsonSerializer.Deserialize<InstanceState>(JsonSerializer.Serialize(next, KernelJson.Options), KernelJson.Options)! : next;
        }

        public void Move(int move)
        {
            _number++;
            switch (move % 10)
            {
                case 0: Send(new WorkflowSignal.Returned(State.Try, ActivityResult.Done(move))); break;
                case 1: Send(new WorkflowSignal.Returned(State.Try, new("no"))); break;
                case 2: Send(new WorkflowSignal.Returned("s0:1:99:0", ActivityResult.Done())); break;
                case 3: Send(new WorkflowSignal.Threw(State.Try, "boom")); break;
                case 4: Send(new WorkflowSignal.Interrupted()); break;
                case 5: Send(new WorkflowSignal.Arrived($"id{move % 7}", "go", move)); break;
                case 6: Send(new WorkflowSignal.Answered(State.Task?.Key ?? "none", move % 2 == 0 ? "x" : "retry", [], "me")); break;
                case 7: Send(new WorkflowSignal.Returned(State.Try, ActivityResult.Again(TimeSpan.FromSeconds(5)))); break;
                case 8: Send(new WorkflowSignal.Returned(State.Try, ActivityResult.AskPerson(new("k", "t", [], [new("x", "", "")])))); break;
                default: Tick(move); break;
            }
        }

        public void Finish()
        {
            if (!_cancelled)
                Send(new WorkflowSignal.CancelAsked("me"));
            _cancelled = true;
            if (State.Phase == Phase.Running)
                Send(new WorkflowSignal.Returned(State.Try, ActivityResult.Done()));
            else if (State.Task is { } task)
                Send(new WorkflowSignal.Answered(task.Key, task.Choices[^1].Key, [], "me"));
            else if (State.Signal is { } signal)
                Send(new WorkflowSignal.Arrived($"end{_number++}", signal, null));
            else
                Tick(99);
        }

        private void Tick(int move)
        {
            _now += TimeSpan.FromSeconds(move % 40);
            Send(new WorkflowSignal.Due());
        }

        private static void CheckOneLiveStep(InstanceState state, IReadOnlyList<WorkflowEffect> effects)
        {
            var runs = effects.OfType<WorkflowEffect.RunActivity>().ToList();
            Assert.True(runs.Count <= 1);
            if (runs.Count == 1)
            {
                Assert.Same(runs[0], effects[^1]);
                Assert.Equal(Phase.Running, state.Phase);
                Assert.Equal(state.Try, runs[0].Try);
            }
            var live = effects.Aggregate(0, (sum, e) => sum + e switch { WorkflowEffect.StepBegan => 1, WorkflowEffect.StepEnded => -1, _ => 0 });
            Assert.InRange(live, -1, 1);
            Assert.Equal(state.Phase == Phase.Ended, state.Step is null);
        }
    }
}
