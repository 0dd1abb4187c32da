using Mono.Cecil;
using Shop.Connectors.Sdk;

namespace Shop.Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly string Output = Path.GetDirectoryName(typeof(DependencyTests).Assembly.Location)!;

    [Fact]
    public void The_sdk_references_the_framework_only() =>
        Assert.All(References("Shop.Connectors.Sdk.dll"), name => Assert.True(name.StartsWith("System", StringComparison.Ordinal), name));

    [Fact]
    public void The_sdk_has_at_most_25_public_types() =>
        Assert.InRange(typeof(Offer).Assembly.GetExportedTypes().Count(t => !t.IsNested), 1, 25);

    [Fact]
    public void Connectors_reference_the_sdk_and_the_framework_only()
    {
        var connectors = Directory.GetFiles(Output, "Shop.Connectors.*.dll").Select(f => Path.GetFileName(f)!)
            .Where(f => f is not ("Shop.Connectors.Sdk.dll" or "Shop.Connectors.Conformance.dll")).ToList();

        Assert.NotEmpty(connectors);
        Assert.All(connectors.SelectMany(References), name =>
            Assert.True(name == "Shop.Connectors.Sdk" || name.StartsWith("System", StringComparison.Ordinal), name));
    }

    [Theory]
    [InlineData("Shop.Host.dll")]
    [InlineData("Shop.Platform.dll")]
    [InlineData("Shop.Storefront.dll")]
    [InlineData("Shop.Admin.dll")]
    public void Nothing_in_the_host_references_a_connector_or_the_sandbox(string assembly) =>
        Assert.DoesNotContain(References(assembly), name =>
            name == "Shop.Sandbox" || (name.StartsWith("Shop.Connectors.", StringComparison.Ordinal) && name != "Shop.Connectors.Sdk"));

    private static List<string> References(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(Output, file));
        return [.. assembly.MainModule.AssemblyReferences.Select(r => r.Name)];
    }
}
