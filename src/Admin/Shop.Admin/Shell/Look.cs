using MudBlazor;

namespace Shop.Admin.Shell;

/// <summary>Colours, type and shape of the portal.</summary>
internal static class Look
{
    private static readonly string[] Type = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0f6b4f",
            Secondary = "#b8481f",
            Tertiary = "#35597d",
            Info = "#2b6390",
            Success = "#26734d",
            Warning = "#9a5b00",
            Error = "#b3261e",
            Background = "#f7f5ef",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#16241f",
            DrawerBackground = "#ffffff",
            DrawerText = "#33423c",
            DrawerIcon = "#55655e",
            TextPrimary = "#16241f",
            TextSecondary = "#55655e",
            LinesDefault = "#e3dfd3",
            TableLines = "#ece8dd",
            Divider = "#e3dfd3",
            ActionDefault = "#55655e",
            TableHover = "#f4f8f5",
            LinesInputs = "#8b978f",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#5ec7a2",
            PrimaryContrastText = "#06251b",
            Secondary = "#f39a6c",
            SecondaryContrastText = "#2b1004",
            Tertiary = "#9dbfe0",
            Info = "#7fb6e2",
            Success = "#6fcf9c",
            Warning = "#f0b95e",
            Error = "#f28b82",
            Background = "#101614",
            Surface = "#18211e",
            AppbarBackground = "#18211e",
            AppbarText = "#e9eeeb",
            DrawerBackground = "#141c19",
            DrawerText = "#cfd9d4",
            DrawerIcon = "#a3b3ac",
            TextPrimary = "#e9eeeb",
            TextSecondary = "#a3b3ac",
            LinesDefault = "#2b3833",
            TableLines = "#26322d",
            Divider = "#2b3833",
            ActionDefault = "#a3b3ac",
            TableHover = "#1d2824",
            LinesInputs = "#6f8078",
            SuccessContrastText = "#06251b",
            WarningContrastText = "#2b1d00",
            ErrorContrastText = "#2d0805",
            InfoContrastText = "#04202f",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Type, FontSize = "0.95rem", LineHeight = "1.5" },
            H4 = new H4Typography { FontFamily = Type, FontSize = "1.7rem", FontWeight = "700", LetterSpacing = "-0.02em" },
            H6 = new H6Typography { FontFamily = Type, FontSize = "1.05rem", FontWeight = "650" },
            Button = new ButtonTypography { FontFamily = Type, TextTransform = "none", FontWeight = "600", FontSize = "0.92rem" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", DrawerWidthLeft = "236px", AppbarHeight = "60px" },
    };
}
