using System.Text.Json;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Tests.Workflows;

public sealed class DefinitionCheckTests
{
    private const string Act = "\"activity\": \"test.act\"";

    private static readonly ActivityCatalog Activities = new(
    [
        new("test.act", typeof(ScriptedActivity), ActivityTraits.None, []), new("test.strict", typeof(ScriptedActivity), ActivityTraits.None, ["done", "gone"]),
        new("test.spend", typeof(ScriptedActivity), ActivityTraits.Effect, ["done"]), new("test.guard", typeof(ScriptedActivity), ActivityTraits.Guard, ["done", "no"]),
    ]);

    [Theory]
    [InlineData($$"""{{"\"a\""}}: { {{Act}}, "on": { "done": "b" } }""", "leads to 'b'")]
    [InlineData($$"""{{"\"b\""}}: { {{Act}}, "on": { "done": "end" } }""", "start step 'a'")]
    [InlineData($$"""{{"\"a\""}}: { {{Act}}, "on": { "done": "end" } }, "b": { {{Act}}, "on": { "done": "end" } }""", "'b' cannot be reached")]
    [InlineData($$"""{{"\"a\""}}: { {{Act}}, "on": { "done": "end", "again": "b" } }, "b": { {{Act}}, "on": { "done": "b" } }""", "No path leads from step 'b'")]
    [InlineData($$"""{{"\"a\""}}: { {{Act}}, "on": { } }""", "no outcome to follow")]
    [InlineData("""{"a": { "activity": "test.unknown", "on": { "done": "end" } }}""", "no activity 'test.unknown'")]
    [InlineData("""{"a": { "activity": "test.strict", "on": { "done": "end" } }}""", "outcome 'gone' leads nowhere")]
    [InlineData("""{"a": { "activity": "test.strict", "on": { "done": "end", "gone": "end", "odd": "end" } }}""", "never has the outcome 'odd'")]
    [InlineData("""{"a": { "activity": "delay", "on": { "done": "end" } }}""", "needs the setting seconds")]
    [InlineData("""{"a": { "activity": "wait-signal", "settings": { "signal": "x" }, "timeoutSeconds": 5, "on": { "done": "end" } }}""", "outcome 'timeout' leads nowhere")]
    [InlineData("""{"a": { "activity": "ask-person", "settings": { "kind": "k", "title": "t", "choices": [ { "key": "y" } ] }, "on": { "n": "end" } }}""", "outcome 'y' leads nowhere")]
    [InlineData("""{"a": { "activity": "test.spend", "on": { "done": "end" } }}""", "without passing a guard")]
    [InlineData("""{"a": { "activity": "test.act", "on": { "done": "g", "skip": "s" } }, "g": { "activity": "test.guard", "on": { "done": "s", "no": "end" } }, "s": { "activity": "test.spend", "on": { "done": "end" } }}""", "'s' has an effect")]
    [InlineData("""{"a": { "activity": "test.act", "retry": { "maxAttempts": 0 }, "on": { "done": "end" } }}""", "maxAttempts from 1")]
    public void A_definition_that_cannot_run_is_refused_with_its_fault(string steps, string fault)
    {
        var body = steps.StartsWith('{') ? steps[1..^1] : steps;
        Assert.Contains(DefinitionCheck.Run(Samples.Define(body), Activities), problem => problem.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_guarded_effect_is_accepted()
    {
        var definition = Samples.Define("""
            "a": { "activity": "test.guard", "on": { "done": "s", "no": "end" } }, "s": { "activity": "test.spend", "on": { "done": "end", "error": "fail" } }
            """);
        Assert.Empty(DefinitionCheck.Run(definition, Activities));
    }

    [Fact]
    public void A_misspelt_field_is_refused() =>
        Assert.Throws<JsonException>(() => Samples.Define("""{"a": { "activty": "delay" }}"""[1..^1]));
}
