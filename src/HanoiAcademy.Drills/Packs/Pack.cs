using System.Collections.Immutable;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Packs;

/// <summary>
/// A drill on paper, for a country that lost its link. Texts are in the language asked for, Html is safe, times are drill ms, Story is UTC ms of story time.
/// ForControl: the copy with expected actions, triggers and outcomes; the trainees' has none of them, whatever else it holds.
/// </summary>
public sealed record Pack(string Title, string Summary, string Assumption, bool ForControl, ImmutableArray<PackTeam> Teams, ImmutableArray<PackSheet> Sheets, ImmutableArray<PackDecision> Decisions,
    ImmutableArray<PackAction> Actions, ImmutableArray<QuestionnaireView> Questionnaires, ImmutableArray<FormView> Forms, ImmutableArray<PackContact> Contacts, ImmutableArray<PackObjective> Objectives);

public sealed record PackTeam(string Id, string Name, string State, string Html, ImmutableArray<PackRole> Roles);

public sealed record PackRole(string Id, string Name, string Html);

/// <summary>Of: ids of the teams of this pack that may write to it.</summary>
public sealed record PackContact(string Name, string About, ImmutableArray<string> Of);

/// <summary>
/// An inject as one group of readers gets it: a page to hand out. Code: its number in the plan, with a letter where several wordings go out. At: when, where that is
/// known; else see When. GivenAt: it was delivered online then. Html (authored) or Text. Controller, Notes: the author's words to control, in its copy only.
/// </summary>
public sealed record PackSheet(string Code, string Inject, long? At, long? Story, int OffsetMinutes, string ZoneName, long? GivenAt, string To, string Channel, string Attention, string From, string Subject, string? Html, string? Text, string Tlp,
    ImmutableArray<PackAttachment> Attachments, string? Title, ImmutableArray<PackTrigger> When, ImmutableArray<PackExpected> Expected, string? Controller = null, string? Notes = null);

/// <summary>Text: null of a file that is none, or too long to print; it is then handed out on a medium.</summary>
public sealed record PackAttachment(string Name, string FileName, string MediaType, int Bytes, string Sha256, string? Text);

/// <summary>What makes an inject or a decision come: a condition, or What (action-started, action-done, action-failed, decision, lapsed, inject, granted, refused) with its name; control-tells: it is another team's, and whoever steers them all will say. After: ms from then.</summary>
public sealed record PackTrigger(string What, string Name, string Detail, long After, PackCondition? Condition = null);

/// <summary>What: all, any, not (their parts in Of), control-tells (as a trigger's), or the kind of thing with its name and the state asked for.</summary>
public sealed record PackCondition(string What, string Name, string Detail, ImmutableArray<PackCondition> Of);

/// <summary>What a good team does, and how. What as in <see cref="ExpectedView"/>.</summary>
public sealed record PackExpected(string By, string What, string Name, ImmutableArray<PackAnswer> Model);

/// <summary>A field's id, or empty, and what a good team writes there.</summary>
public sealed record PackAnswer(string Field, string Text);

/// <summary>At: when it opens, where that is known; else see When. Within: ms to decide.</summary>
public sealed record PackDecision(string Id, string Title, string Html, string By, long? At, long? Within, ImmutableArray<PackOption> Options, ImmutableArray<PackTrigger> When);

/// <summary>Consequence: to be read out when it was chosen; control's copy only.</summary>
public sealed record PackOption(string Id, string Name, string? Consequence);

/// <summary>
/// Of: ids of the teams of this pack that can do it; FirstTry: done or failed, as the luck of this drill has it; DoneText and FailText are to be read out then; Needs: what must hold. These in control's copy only.
/// </summary>
public sealed record PackAction(string Id, string Name, string About, string Group, string By, long DurationMs, bool Repeat, ImmutableArray<string> RestsOn, ImmutableArray<InputView> Fields,
    ImmutableArray<string> Of, string? FirstTry, string? DoneText, string? FailText, ImmutableArray<PackCondition> Needs);

/// <summary>By: drill ms until which it can be won. Rubric: where people judge.</summary>
public sealed record PackObjective(string Id, string Team, string Name, int Points, long? By, ImmutableArray<LevelView> Rubric);
