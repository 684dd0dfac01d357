using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Requests;

/// <summary>Every typical mistake of every kind is judged: by the form as it goes out, by the clock, by an answer, or by an act that the scenario calls one.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string, string> Typical
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in RequestKinds.All)
                foreach (var mistake in kind.Mistakes)
                    all.Add(kind.Id, mistake.Code);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Typical))]
    public void A_typical_mistake_is_found(string kind, string code)
    {
        var (side, codes) = Made(kind, code);

        codes.ShouldContain(code, $"of the {side}");
    }

    [Fact]
    public void What_its_holder_keeps_longer_than_a_hold_lasts_needs_no_hold_before_assistance_is_asked_for()
    {
        ImmutableArray<string> Codes(long retentionEnds) => Legal.Codes(Legal.Out(Play.Started(Legal.World with
        {
            DataSets = [.. Legal.World.DataSets.Select(d => d with { RetentionEnds = retentionEnds })],
        }), "mla", "norvia"));

        Codes(Start + 59 * Day).ShouldContain("no-preservation-first");
        Codes(Start + 70 * Day).ShouldNotContain("no-preservation-first");
    }

    /// <summary>Makes the one mistake, and says what was found on the side that made it.</summary>
    private static (string Side, ImmutableArray<string> Codes) Made(string kind, string code) => (kind, code) switch
    {
        (_, "missing-field") => Form(kind, f => f with { Fields = f.Fields.Remove(RequestKinds.Find(kind)!.Fields.First(x => x.Gap == "missing-field" && x.Id is not ("person-sought" or "do-not-tell-user" or "preservation-reference")).Id) }),
        (_, "no-identifier") => Form(kind, f => f with { Scope = f.Scope with { Identifiers = [] } }),
        (_, "no-time-zone") => Form(kind, f => f with { Scope = f.Scope with { ToUtc = null } }),
        (_, "wrong-channel") => Form(kind, f => f with { Channel = new[] { "fiu", "diplomatic", "police" }.First(c => !RequestKinds.Find(kind)!.Channels.Contains(c)) }),
        (_, "wrong-state") => Form(kind, f => f with { To = "kivara-office" }),
        (_, "untranslated") => Form(kind, f => f with { Fields = f.Fields.SetItem("language", "Sundarese") }),
        (_, "not-authorised" or "no-authorisation") => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", authorise: false))),
        ("preservation", "asks-disclosure") => Form(kind, f => f with { Scope = f.Scope with { Classes = ["traffic", "content"] } }),
        ("preservation", "too-late") => ("sender", Legal.Codes(Legal.Out(Play.Started(Gone("norvia-traffic")).Until(2 * Minute), kind, "norvia"))),
        ("preservation", "no-follow-up") => ("sender", Legal.Codes(Legal.Answered(Legal.Sent(kind, "norvia"), kind, "norvia").Until(110 * Minute))),
        ("preservation", "lapsed") => ("sender", Legal.Codes(Legal.Answered(Legal.Out(Legal.Answered(Legal.Sent(kind, "norvia"), kind, "norvia"), "mla", "norvia", "m"), "mla", "norvia", "m")
            .Send("desk.officer.1", new WithdrawRequest("m", "no longer")).Until(110 * Minute))),
        ("preservation", "path-not-disclosed") => ("receiver", Legal.Codes(Legal.Answered(Legal.Sent(kind, "kivara", scenario: Legal.With("preservation-kivara", m => m with { Path = "path-back" }) is var w ? w with { Matters = w.Matters.Add(Back(w)) } : w), kind, "kivara").Until(40 * Minute), "receiver")),
        ("path", "next-state-not-asked") => ("receiver", Legal.Codes(Legal.Answered(Legal.Sent(kind, "kivara", scenario: Legal.With("path-kivara", m => m with { Next = "preservation-norvia" })), kind, "kivara").Until(110 * Minute), "receiver")),
        ("path", "asks-content") => Form(kind, f => f with { Scope = f.Scope with { Classes = ["content"] } }),
        (_, "over-broad") => Form(kind, f => f with { Scope = f.Scope with { DataSets = f.Scope.DataSets.Add(kind == "production" ? "sundara-content" : kind == "provider" ? "norvia-content" : "norvia-subscriber") } }),
        ("production", "order-abroad") => Form(kind, f => f with { To = "norvia-office" }),
        ("production", "wrong-class") => Form(kind, f => f with { Scope = f.Scope with { Classes = ["traffic"] } }),
        ("emergency", "not-an-emergency") => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", scenario: Legal.With("emergency-norvia", m => m with { Emergency = false })))),
        ("emergency", "data-cannot-avert") => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", scenario: Legal.With("emergency-norvia", m => m with { Averts = false })))),
        ("emergency", "skipped-verification") => ("receiver", Legal.Codes(Legal.Sent(kind, "kivara").Send("kivara.officer.1", new AnswerRequest("r", "grant", [])), "receiver")),
        ("emergency", "no-follow-up") => ("sender", Legal.Codes(Legal.Answered(Legal.Sent(kind, "norvia"), kind, "norvia").Until(110 * Minute))),
        ("emergency", "no-written-order") => ("sender", Legal.Codes(Legal.Answered(Oral(), kind, "norvia").Until(110 * Minute))),
        (_, "no-custody") => ("sender", Legal.Codes(Legal.Answered(Legal.Sent(kind, "kivara"), kind, "kivara").Until(110 * Minute))),
        ("mla" or "mla-live", "no-dual-criminality-facts") => Form(kind, f => f with { Fields = f.Fields.SetItem("dual-criminality", "Article 190 of our code") }),
        ("mla", "no-preservation-first") => ("sender", Legal.Codes(Legal.Out(Play.Started(Legal.World), kind, "norvia"))),
        ("mla", "fishing") => Form(kind, f => f with { Scope = new Scope([], [], []) }),
        ("mla", "mla-for-first-hour") => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", f => f with { Scope = f.Scope with { Property = ["account-norvia"] } }, Legal.With("mla-norvia", m => m with { Needed = m.Needed with { Property = ["account-norvia"] } })))),
        ("stop-payment", "mla-for-first-hour") => ("sender", Legal.Codes(Legal.Out(Play.Started(Legal.World), "freeze", "norvia"))),
        ("freeze", "mla-for-first-hour") => ("sender", Legal.Codes(Legal.Out(Play.Started(Legal.World), "freeze", "norvia"))),
        ("mla-live", "stored-would-do") => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", scenario: Legal.With("mla-live-norvia", m => m with { StoredWouldDo = true })))),
        ("mla-live", "no-end-date") => Form(kind, f => f with { Scope = f.Scope with { ToUtc = null } }),
        ("mla-live", "content-as-traffic") => Form(kind, f => f with { Scope = f.Scope with { DataSets = ["norvia-traffic", "norvia-content"] } }),
        ("stop-payment", "bank-called-late") => ("sender", Legal.Codes(Legal.Out(Play.Started(Legal.With("stop-payment-norvia", m => m with { LateAfter = Minute })).Until(2 * Minute), kind, "norvia"))),
        ("stop-payment", "no-freeze-follows") => ("sender", Legal.Codes(Legal.Answered(Legal.Sent(kind, "norvia"), kind, "norvia").Until(110 * Minute))),
        ("stop-payment", "lapsed") => ("sender", Legal.Codes(Legal.Out(Legal.Answered(Legal.Sent(kind, "norvia"), kind, "norvia"), "freeze", "norvia", "f", f => f with { Fields = Fields() }).Until(110 * Minute))),
        ("freeze", "no-link-to-offence") => Form(kind, f => f with { Fields = f.Fields.SetItem("link", "It looks suspicious") }),
        ("freeze", "third-party-forgotten") => Form(kind, f => f with { Fields = f.Fields.Remove("third-parties") }),
        ("freeze", "victims-forgotten") => Form(kind, f => f with { Fields = f.Fields.Remove("victims") }),
        ("freeze", "whole-account") => Form(kind, f => f with { Scope = f.Scope with { Amount = null } }),
        ("freeze", "evidence-late" or "lapsed") => ("sender", Legal.Codes(Legal.Answered(Legal.Sent(kind, "kivara"), kind, "kivara").Until(110 * Minute))),
        ("freeze", "lifted-unheard") => ("receiver", Legal.Codes(Legal.Answered(Legal.Sent(kind, "kivara"), kind, "kivara").Send("kivara.officer.1", new LiftHold("r", "de-minimis", "Too small.")), "receiver")),
        ("joint", "no-use-rule") => Form(kind, f => f with { Fields = f.Fields.Remove("evidence-rules") }),
        ("joint", "way-round-refusal") => ("sender", Legal.Codes(Legal.Out(Legal.Answered(Legal.Sent("mla", "kivara"), "mla", "kivara", answer: "refuse", ground: "essential-interests"), kind, "kivara", "j",
            f => f with { Scope = f.Scope with { DataSets = ["kivara-traffic"] } }), id: "j")),
        ("information", "exculpatory-withheld") => Form(kind, f => f with { Fields = f.Fields.Remove("exculpatory") }),
        ("inquiry", "coercion-by-police-channel") => Form(kind, f => f with { Scope = f.Scope with { DataSets = ["norvia-traffic"], Classes = ["traffic"] } }),
        ("provider", "content-asked") => Form(kind, f => f with { Scope = f.Scope with { Classes = ["subscriber", "content"] } }),
        ("provider", "user-told") => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", f => f with { Fields = f.Fields.Remove("do-not-tell-user") },
            Legal.World with { Authorities = [.. Legal.World.Authorities.Select(a => a.Id == "norvia-office" ? a with { TellsUsers = true } : a)] }))),
        (_, "other-use") => ("sender", Legal.Codes(ByAct(kind, new UseElsewhere(kind + "-kivara")))),
        _ when RequestKinds.Find(kind)!.Mistakes.Single(m => m.Code == code).Found == "act" => ("sender", Legal.Codes(ByAct(kind, new FaultRequest(kind + "-kivara", code)))),
        _ => throw new ArgumentException($"Nothing here makes {code} in a {kind} request: add it."),
    };

    private static (string, ImmutableArray<string>) Form(string kind, Func<RequestForm, RequestForm> spoil) => ("sender", Legal.Codes(Legal.Sent(kind, "norvia", spoil)));

    private static Play ByAct(string kind, Effect effect)
    {
        var scenario = Legal.World with { Injects = [Inject("act", null, "desk") with { Contingency = true, Effects = [effect] }] };
        return Legal.Answered(Legal.Sent(kind, "kivara", scenario: scenario), kind, "kivara").Until(70 * Minute).Send(Actor.Director, new FireInject("act"));
    }

    private static Play Oral() => Play.Started(Legal.World)
        .Send("desk.officer.1", new DraftRequest("r", Legal.Form("emergency", "norvia")))
        .Send("desk.officer.1", new AuthoriseRequest("r", 1, Oral: true))
        .Send("desk.officer.1", new SendRequest("r"));

    private static Scenario Gone(string data) => Legal.World with { DataSets = [.. Legal.World.DataSets.Select(d => d.Id == data ? d with { RetentionEnds = Start + Minute } : d)] };

    private static Matter Back(Scenario world) => world.Matters.Single(m => m.Id == "path-kivara") is var path
        ? path with { Id = "path-back", From = "kivara-office", To = "sundara-office", Points = 0, Model = path.Model with { From = "kivara-office", To = "sundara-office" } }
        : throw new InvalidOperationException();
}
