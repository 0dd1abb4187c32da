using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.Accounts;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.Kernel;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class PackageTests : IDisposable
{
    private const string Good = """
        { "id": "good", "name": "Good", "version": "1.0.0", "assembly": "Good.dll", "capabilities": ["read-offer"],
          "endpoints": { "api": "https://api.good.example" }, "pace": { "api": { "minSecondsBetweenRequests": 0.5 } },
          "settings": { "type": "object", "required": ["key"], "properties": {
            "key": { "type": "string", "title": "Key", "pattern": "^[0-9]+$" }, "secret": { "type": "string", "title": "Secret", "x-secret": true },
            "token": { "type": "string", "x-secret": true, "x-kept": true }, "mode": { "enum": ["api", "pages"], "default": "api", "title": "Mode" },
            "delay": { "type": "integer", "title": "Delay", "minimum": 0, "maximum": 10, "default": 3 } } },
          "legalBasis": { "kind": "official-api", "terms": "https://good.example/terms" } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("shop-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_manifest_is_read_with_its_pace_and_settings_in_order()
    {
        ConnectorManifest manifest = ManifestFile.Read(Good);

        Assert.Equal(["key", "secret", "token", "mode", "delay"], manifest.Settings.Select(setting => setting.Name));
        Assert.Equal(0.5, manifest.Endpoints["api"].Pace);
        Assert.True(manifest.Settings[0].Required);
        Assert.True(manifest.Settings[2] is { Secret: true, Kept: true });
        Assert.Equal("3", manifest.Settings[4].Default);
    }

    [Fact]
    public void The_version_of_the_terms_changes_with_their_address() =>
        Assert.NotEqual(ManifestFile.Read(Good).LegalBasis.Version, ManifestFile.Read(Good.Replace("/terms", "/terms2", StringComparison.Ordinal)).LegalBasis.Version);

    [Theory]
    [InlineData("\"id\": \"good\"", "\"id\": \"../good\"", "\"id\" must be")]
    [InlineData("\"Good.dll\"", "\"../Good.dll\"", "file name")]
    [InlineData("\"Good.dll\"", "\"Other.dll\"", "not in the folder")]
    [InlineData("\"legalBasis\"", "\"legal\"", "legalBasis")]
    [InlineData("official-api", "because-i-can", "legalBasis")]
    [InlineData("read-offer", "read-minds", "read-minds")]
    [InlineData("https://api.good.example", "http://api.good.example", "https address")]
    [InlineData("https://api.good.example", "https://127.0.0.1", "https address")]
    [InlineData("https://api.good.example", "https://user@api.good.example", "https address")]
    [InlineData("https://api.good.example", "https://api.good.example:8443", "https address")]
    [InlineData("\"version\": \"1.0.0\",", "", "\"version\" is missing")]
    [InlineData("{ \"id\"", "[ \"id\"", "not JSON")]
    public void A_wrong_manifest_says_what_is_wrong(string find, string replace, string problem)
    {
        ConnectorPackage package = Assert.Single(Install(Good.Replace(find, replace, StringComparison.Ordinal)).All);

        Assert.Contains(problem, package.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_manifest_has_no_problem() => Assert.Null(Assert.Single(Install(Good).All).Problem);

    [Fact]
    public void Settings_that_are_not_right_are_named_one_by_one()
    {
        Dictionary<string, string> entered = new() { ["key"] = "abc", ["mode"] = "guess", ["delay"] = "11", ["token"] = "mine", ["other"] = "x" };

        Problem problem = SettingsForm.Check(ManifestFile.Read(Good), entered, [])!;

        Assert.Equal(["delay", "key", "mode", "other", "token"], problem.Fields.Keys.Order());
    }

    [Fact]
    public void A_needed_setting_is_missed_unless_it_is_a_secret_that_is_kept()
    {
        ConnectorManifest manifest = ManifestFile.Read(Good.Replace("[\"key\"]", "[\"key\", \"secret\"]", StringComparison.Ordinal));

        Assert.Equal(["key", "secret"], SettingsForm.Check(manifest, new Dictionary<string, string>(), [])!.Fields.Keys.Order());
        Assert.Null(SettingsForm.Check(manifest, new Dictionary<string, string> { ["key"] = "7" }, ["secret"]));
    }

    private ConnectorCatalogue Install(string manifest)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "good")).FullName;
        File.WriteAllText(Path.Combine(folder, "connector.json"), manifest);
        File.WriteAllText(Path.Combine(folder, "Good.dll"), "");
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Connectors:Folder", _folder)]).Build();
        return new ConnectorCatalogue(new ConnectorOptions(configuration), NullLogger<ConnectorCatalogue>.Instance);
    }
}
