using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests;

/// <summary>
/// The broker's part in one process: fills templates, signs, keeps tokens, and answers from prepared documents. It throws when a connector
/// holds a secret's value or sends a template that outside text put there.
/// </summary>
internal sealed class ReplayContext(params string[] answers) : IConnectorContext
{
    private readonly Queue<string> answers = new(answers);

    public Dictionary<string, string> Secrets { get; } = new()
    {
        ["app_secret"] = "helloworld",
        ["access_token"] = "tok",
        ["refresh_token"] = "refresh-canary-1",
    };

    public Dictionary<string, string> Set { get; } = new() { ["app_key"] = "12345678" };

    public List<HttpCall> Calls { get; } = [];

    /// <summary>The calls' form fields as the supplier would get them.</summary>
    public List<Dictionary<string, string>> Sent { get; } = [];

    public List<string> SignedTexts { get; } = [];

    public FixedTime Clock { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000));

    public int Status { get; set; } = 200;

    public string Address { get; set; } = "https://supplier.test/answer";

    public Fault? Refusal { get; set; }

    public TimeProvider Time => Clock;

    public IReadOnlyDictionary<string, string> Settings => Set;

    public Task<Answer<HttpAnswer>> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        var form = call.Form ?? new Dictionary<string, string>();
        foreach (var text in form.Values.Concat(call.Query.Values).Append(call.Path)) NoSecretIn(text);
        Sent.Add(form.ToDictionary(field => field.Key, field => Fill(field.Value)));
        if (Refusal is not null) return Task.FromResult<Answer<HttpAnswer>>(Refusal);
        var body = answers.Count == 1 ? answers.Peek() : answers.Dequeue();
        foreach (var (field, secret) in call.KeepSecrets) body = Keep(body, field, secret);
        return Task.FromResult<Answer<HttpAnswer>>(new HttpAnswer(Status, body, Address) { At = Clock.Now });
    }

    public Task<Answer<string>> SignAsync(string secretName, string algorithm, string template, CancellationToken cancellationToken)
    {
        Assert.Equal("HMAC-SHA256", algorithm);
        NoSecretIn(template);
        var text = Fill(template);
        SignedTexts.Add(text);
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secrets[secretName]), Encoding.UTF8.GetBytes(text));
        return Task.FromResult<Answer<string>>(Convert.ToHexString(sign));
    }

    public Task<Answer<string>> AskPersonAsync(string question, CancellationToken cancellationToken) => throw new InvalidOperationException("nobody is here");

    public Task<Answer<IBrowserPage>> OpenPageAsync(string endpoint, string path, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("there is no browser");

    public void Log(string message) => NoSecretIn(message);

    private string Fill(string template)
    {
        const string Escape = "\u0001";
        var text = template.Replace("{{secret:", Escape, StringComparison.Ordinal);
        foreach (var (name, value) in Secrets) text = text.Replace($"{{secret:{name}}}", value, StringComparison.Ordinal);
        return text.Replace(Escape, "{secret:", StringComparison.Ordinal);
    }

    private string Keep(string body, string field, string secret)
    {
        if (JsonNode.Parse(body) is not JsonObject json || json[field] is not JsonValue value) return body;
        Secrets[secret] = value.ToString();
        json[field] = $"{{secret:{secret}}}";
        return json.ToJsonString();
    }

    private void NoSecretIn(string text)
    {
        foreach (var (name, value) in Secrets.Where(secret => secret.Value.Length > 3))
        {
            if (text.Contains(value, StringComparison.Ordinal)) throw new InvalidOperationException($"the connector holds the value of {name}");
        }
    }

    public sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
