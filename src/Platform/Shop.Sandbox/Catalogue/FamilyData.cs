using System.Text.Json;

namespace Shop.Sandbox.Catalogue;

/// <summary>Reads the families and option axes that ship inside the assembly.</summary>
internal static class FamilyData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Family> Load()
    {
        var axes = Read<Dictionary<string, AxisRow>>("axes.json").ToDictionary(row => row.Key, row => ToAxis(row.Key, row.Value));
        var file = Read<FamilyFile>("families.json");
        var groups = file.Groups.ToDictionary(row => row.Key, ToGroup);
        return [.. file.Families.Select((row, number) => ToFamily(number, row, groups[row.Group], axes))];
    }

    private static T Read<T>(string name)
    {
        var assembly = typeof(FamilyData).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Shop.Sandbox.Catalogue.Data.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private static OptionAxis ToAxis(string key, AxisRow row) => new(
        key,
        row.Id,
        Words.From(row.Name),
        [.. row.Values.Select(value => new OptionChoice(value.Id, Words.From(value.Text), value.Label, value.Hex))]);

    private static FamilyGroup ToGroup(GroupRow row) => new(
        row.Key,
        Words.From(row.Department),
        row.Amazon,
        row.Root,
        row.Naics,
        [.. row.Materials.Select(Words.From)],
        [.. row.Features.Select(Words.From)],
        [.. row.Uses.Select(Words.From)]);

    private static Family ToFamily(int number, FamilyRow row, FamilyGroup group, Dictionary<string, OptionAxis> axes) => new(
        number,
        row.Key,
        row.CategoryId,
        group,
        [.. row.Types.Select(Words.From)],
        row.PriceCny,
        row.Sigma,
        row.WeightKg,
        row.SizeCm,
        [.. row.Axes.Select(axis => axes[axis])],
        row.Shape,
        new DemandCurve(row.Level, row.Trend, row.Season, row.PeakWeek),
        row.Keywords);

    private sealed record FamilyFile(IReadOnlyList<GroupRow> Groups, IReadOnlyList<FamilyRow> Families);

    private sealed record GroupRow(
        string Key, string[] Department, string Amazon, long Root, string Naics, string[][] Materials, string[][] Features, string[][] Uses);

    private sealed record FamilyRow(
        string Key, string Group, long CategoryId, string[][] Types, decimal PriceCny, double Sigma, decimal WeightKg, int[] SizeCm,
        string[] Axes, string Shape, int PeakWeek, double Season, double Trend, double Level, string[] Keywords);

    private sealed record AxisRow(long Id, string[] Name, ValueRow[] Values);

    private sealed record ValueRow(long Id, string[] Text, string? Label, string? Hex);
}
