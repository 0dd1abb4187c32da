using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Shop.Platform.ConnectorHosting.CommandLine;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class ConnectorCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shop-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_offer_is_printed_with_the_names_of_the_extraction_schema()
    {
        (int code, string output, _) = await RunAsync("read", "sample", Stored("a chair"));

        JsonElement offer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, code);
        Assert.Equal(("1", "a chair", "8.10", "CAD"), (Text(offer, "product_id"), Text(offer, "title"), Text(offer, "price"), Text(offer, "currency")));
        foreach (string name in new[] { "description", "images", "specifications", "supplier_info", "availability", "shipping_info" })
            Assert.True(offer.TryGetProperty(name, out _), name);
        JsonElement variant = offer.GetProperty("variants")[0];
        Assert.Equal(("1-1", "Red", "8.10", "CAD"), (Text(variant, "id"), Text(variant.GetProperty("options"), "Colour"), Text(variant, "price"), Text(variant, "currency")));
        Assert.Equal(JsonValueKind.Null, variant.GetProperty("stock").ValueKind);
    }

    [Fact]
    public async Task A_clean_fault_is_printed_and_ends_with_3()
    {
        (int code, string output, string error) = await RunAsync("read", "sample", Stored("gone"));

        Assert.Equal((3, "not_found"), (code, Text(JsonDocument.Parse(output).RootElement.GetProperty("fault"), "kind")));
        Assert.Contains("There is no such product.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_ends_with_1_even_beside_offers()
    {
        (int code, string output, _) = await RunAsync("read", "sample", Stored("a chair"), Stored("throw"), Stored("gone"));

        Assert.Equal((1, 3), (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public async Task A_recording_brings_its_status()
    {
        (int code, string output, _) = await RunAsync("search", "sample", Stored("""{"status":404,"body":{"x":1},"address":"https://www.sample.example/x"}"""));

        Assert.Equal((3, "not_found"), (code, Text(JsonDocument.Parse(output).RootElement.GetProperty("fault"), "kind")));
    }

    [Theory]
    [InlineData("search", "product_id", 2), InlineData("freight", "code", 1), InlineData("order", "order_id", 1), InlineData("track", "tracking_number", 1)]
    public async Task Every_verb_prints_a_document_per_thing(string verb, string name, int lines)
    {
        (int code, string output, _) = await RunAsync(verb, "sample", Stored("a chair"));

        string[] documents = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, lines), (code, documents.Length));
        Assert.All(documents, document => Assert.False(string.IsNullOrEmpty(Text(JsonDocument.Parse(document).RootElement, name))));
    }

    [Theory]
    [InlineData("", "usage:"), InlineData("fly", "no verb"), InlineData("read", "Which connector"), InlineData("read sample", "Which file"), InlineData("read none FILE", "Installed:")]
    [InlineData("read sample /nowhere/x.json", "There is no file"), InlineData("read sample FILE --market Canada", "--market wants"), InlineData("read sample FILE --fast 1", "no option")]
    [InlineData("freight sample FILE --quantity none", "whole number")]
    public async Task Wrong_usage_says_what_to_do_and_ends_with_2(string line, string text)
    {
        (int code, string output, string error) = await RunAsync([.. line.Replace("FILE", Stored("x"), StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(text, error, StringComparison.Ordinal);
    }

    private string Stored(string content)
    {
        string file = Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length}.txt");
        File.WriteAllText(file, content);
        return file;
    }

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        StringWriter output = new(), error = new();
        int code = await ConnectorCommand.RunAsync(["connector", .. arguments], new ConfigurationBuilder().Build(), output, error, default);
        return (code, output.ToString(), error.ToString());
    }
}
