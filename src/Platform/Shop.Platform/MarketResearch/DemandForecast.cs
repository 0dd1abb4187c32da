namespace Shop.Platform.MarketResearch;

/// <summary>The next weeks with their own back-tested error.</summary>
/// <param name="Model">The rule used; <c>naive</c> when no other earned its place.</param>
/// <param name="HasSkill">False when no rule beat "next week is like this week" on weeks it had not seen: then only the range means something.</param>
/// <param name="Wape">Weighted absolute percentage error of <paramref name="Model"/> on held-out weeks, 0.12 = 12 %.</param>
/// <param name="NaiveWape">The same of the naive rule.</param>
/// <param name="Skill">1 − Wape / NaiveWape.</param>
/// <param name="Coverage">Share of held-out weeks inside P10–P90; 0.8 would be perfect.</param>
/// <param name="HeldOutWeeks">Weeks the error was measured on; none of them was used to choose the model.</param>
/// <param name="Verdict">One sentence for people.</param>
public sealed record DemandForecast(
    string Model, bool HasSkill, decimal Wape, decimal NaiveWape, decimal Skill, decimal Coverage, int HeldOutWeeks,
    IReadOnlyList<ForecastWeek> Weeks, IReadOnlyList<ModelError> Models, string Verdict);

/// <param name="Week">Start of the week.</param>
public sealed record ForecastWeek(DateOnly Week, decimal P10, decimal P50, decimal P90);

/// <param name="Wape">On the weeks that served to choose.</param>
public sealed record ModelError(string Model, decimal Wape);
