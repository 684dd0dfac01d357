using System.Text.RegularExpressions;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Objectives and penalties.</summary>
internal static partial class ScoringReader
{
    public static Objective Objective(Item i)
    {
        var objective = new Objective
        {
            Id = i.Id(Thing.Objective),
            Team = i.Refer("team", Thing.Team),
            Name = i.Text("name"),
            Points = i.Fields.Int("points", 1, 1000),
            Group = i.Word("group", Words.ObjectiveGroup, ""),
            When = i.When("when"),
            By = i.MsOrNull("by"),
            AtEnd = i.Fields.Bool("atEnd"),
            Lesson = i.Fields.TextOrNull("lesson"),
        };
        if (objective.Lesson is not null && !LessonPattern.IsMatch(objective.Lesson))
            i.Fields.Wrong("lesson", "lesson-shape", $"‘{objective.Lesson}’ must name a course and a lesson as in their address, such as international-cooperation/why-channels (no number).");
        if (objective is { AtEnd: true, By: not null })
            i.Fields.Wrong("by", "objective-by-at-end", "An objective asked ‘atEnd’ has no ‘by’; remove one of the two.");
        return objective;
    }

    public static Penalty Penalty(Item i) => new(i.Id(Thing.Penalty), i.Refer("team", Thing.Team), i.Text("name"), i.Fields.IntOrNull("points", 1, 1000) ?? 10, i.When("when"));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*/[a-z]+[a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex LessonPattern { get; }
}
