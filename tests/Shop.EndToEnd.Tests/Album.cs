using System.Globalization;
using Shop.Demo;

namespace Shop.EndToEnd.Tests;

/// <summary>Numbered pictures of the pages seen, for people to look at.</summary>
internal sealed class Album
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Installation.Root(), "artifacts", "screenshots")).FullName;
    private int _count;

    public void Clear()
    {
        foreach (var picture in Directory.EnumerateFiles(_folder, "*.png"))
            File.Delete(picture);
    }

    public string Next(string name) =>
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{++_count:00}-{name}.png"));

    public static string Phone(string picture) => Path.ChangeExtension(picture, null) + "-phone.png";
}
