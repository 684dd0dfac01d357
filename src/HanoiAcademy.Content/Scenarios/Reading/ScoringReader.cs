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
            When = i.Has("rubric") && !i.Has("when") ? new AnyOf([]) : i.When("when"),
            By = i.MsOrNull("by"),
            AtEnd = i.Fields.Bool("atEnd"),
            Measure = i.OneOrNull("measure", "a measure", Measure),
            Rubric = i.Each("rubric", "a level of a rubric", l => new RubricLevel(l.Id(Thing.Level, i.Fields.TextOrNull("id") + "/"), l.Text("words"), l.Fields.Int("points", 0, 1000)), most: 10),
            Lesson = i.Fields.TextOrNull("lesson"),
        };
        if (objective.Lesson is not null && !LessonPattern.IsMatch(objective.Lesson))
            i.Fields.Wrong("lesson", "lesson-shape", $"‘{objective.Lesson}’ must name a course and a lesson as in their address, such as international-cooperation/why-channels (no number).");
        if (objective is { AtEnd: true, By: not null })
            i.Fields.Wrong("by", "objective-by-at-end", "An objective asked ‘atEnd’ has no ‘by’; remove one of the two.");
        if (objective.Rubric.Length > 0 && (i.Has("when") || i.Has("by") || objective.AtEnd || i.Has("measure")))
            i.Fields.Wrong("rubric", "objective-judged-twice", "People judge by a rubric, the rules by when, by, atEnd or measure; make two objectives of it.");
        else if (objective.Rubric.Length > 0 && objective.Rubric.Max(l => l.Points) != objective.Points)
            i.Fields.Wrong("rubric", "rubric-points", $"The best level must give the objective's {objective.Points} points; it gives {objective.Rubric.Max(l => l.Points)}. Correct one of the two.");
        if (objective.Measure is not null && (i.Has("by") || objective.AtEnd))
            i.Fields.Wrong("measure", "objective-measured-twice", "A measure has its own times; remove by and atEnd.");
        return objective;
    }

    private static Measure Measure(Item i)
    {
        var measure = new Measure(i.Ms("full"), i.MsOrNull("half"), i.WhenOrNull("from"));
        if (measure.HalfMs <= measure.FullMs)
            i.Fields.Wrong("half", "measure-bands", "‘half’ must be later than ‘full’: all points until full, half of them until half.");
        return measure;
    }

    public static Penalty Penalty(Item i) => new(i.Id(Thing.Penalty), i.Refer("team", Thing.Team), i.Text("name"), i.Fields.IntOrNull("points", 1, 1000) ?? 10, i.When("when"));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*/[a-z]+[a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex LessonPattern { get; }
}
