using System.Collections.Immutable;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Tests.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>One thing sent: by whom, what, and how many ms after the one before (backwards too: clocks are not to be trusted).</summary>
internal sealed record RandomStep(Actor Actor, Command Command, long Later)
{
    public override string ToString() => $"+{Later} {Actor.Id}: {System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(Command))}";
}

/// <summary>A drill in one of the <see cref="Worlds"/>, from where it starts; marked are the steps before which a twin of it does something more.</summary>
internal sealed record RandomDrill(int World, long Seed, string Start, ImmutableArray<RandomStep> Steps, ImmutableArray<bool> Marks)
{
    public static readonly ImmutableArray<string> Starts = ["lobby", "running", "paused", "stopped", "ended"];

    public Scenario Scenario => Worlds.All[World];

    public Play Begin() => Start switch
    {
        "lobby" => new Play(Scenario, Seed),
        "paused" => Play.Started(Scenario, Seed).Send(Actor.Director, new Pause()),
        "stopped" => Play.Started(Scenario, Seed).Send(Actor.Director, new StopForRealEvent()),
        "ended" => Play.Started(Scenario, Seed).Send(Actor.Director, new EndExercise()),
        _ => Play.Started(Scenario, Seed),
    };

    public override string ToString() => $"world {World}, seed {Seed}, {Start}:\n" + string.Join('\n', Steps.Select((s, n) => (Marks[n] ? "* " : "  ") + s));
}

/// <summary>
/// Any commands by anyone, most of them such as a drill knows and some that make no sense. Made from the commands themselves, so that a new
/// command is tried without a line here.
/// </summary>
internal static class RandomPlay
{
    private static readonly string[] Nonsense = ["", " ", "no-such-thing", "a\uFFFEb", "\uFFFF", "\0", "système", new('x', 5_000), "m-bank-1", "%s", "../..", "٣"];

    /// <summary>By a parameter's name: words that fit it.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["Seat"] = ["bank.fraud.1", "desk.officer.1", "police.investigator.1", "kivara.officer.1", "crew.hand.1"],
        ["Inject"] = ["first", "second", "on-alarm", "by-hand", "low", "norvia-writes", "nobody-writes", "answer-to-second", "call-2", "late-1", "maybe", "w-1", "w-2", "x-1"],
        ["Channel"] = ["mail", "call"],
        ["Attention"] = ["normal", "urgent"],
        ["Tlp"] = ["GREEN", "RED"],
        ["From"] = ["branch"],
        ["Item"] = ["first", "second", "by-hand", "m-bank-1", "r-m-bank-1-1"],
        ["Items"] = ["first", "second", "by-hand", "m-bank-1"],
        ["Action"] = ["stop-payment", "needs-alarm", "needs-secret", "probe", "send-mla", "overtime", "wipe", "crew-enter", "crew-pay", "crew-phone", "enter"],
        ["Questionnaire"] = ["pulse", "after-alarm", "hot-wash"],
        ["Objective"] = ["spoke-well", "stopped"],
        ["What"] = ["objective", "penalty"],
        ["Id"] = ["stopped", "spoke-well", "fast", "rash"],
        ["Level"] = ["well", "badly"],
        ["Key"] = ["plan:second", "plan:by-hand", "feed:m-bank-1", "feed:m-bank-2"],
        ["Note"] = ["n-1", "n-2"],
        ["Sort"] = ["happened", "helped", "hindered", "fix"],
        ["Owner"] = ["", "The duty officer"],
        ["Sharing"] = ["own", "scores", "all"],
        ["Replay"] = ["nobody", "own", "team", "all"],
        ["Step"] = ["enter", "slice", "hide", "gloat", "crew-enter", "crew-pay", "crew-phone"],
        ["Plan"] = ["plan", "crew-plan"],
        ["PlayedBy"] = ["auto", "plan", "people"],
        ["Decision"] = ["tell"],
        ["Option"] = ["yes", "no"],
        ["Evidence"] = ["header", "memory"],
        ["Court"] = ["hearing"],
        ["Basis"] = ["own-system", "order", ""],
        ["Seal"] = ["SD-1", ""],
        ["Purpose"] = ["To prove the false invoice."],
        ["Team"] = ["bank", "desk", "police", "kivara"],
        ["Request"] = ["r", "r", "r", "s", "from-norvia", "from-nobody"],
        ["Answer"] = ["grant", "grant-in-part", "grant-with-conditions", "consult", "return", "forward", "postpone", "refuse"],
        ["CalledBack"] = ["register", "message", "none"],
        ["Missing"] = ["holder", "necessity"],
        ["To"] = ["branch", "team:desk", "team:bank", "control", "kivara-desk", "kivara-police", "norvia-desk"],
        ["Scenario"] = ["small"],
        ["AfterCrash"] = ["pause", "go-on"],
        ["NoController"] = ["pause", "go-on"],
        ["Skill"] = ["steady"],
        ["Reason"] = ["The MLA request is being translated."],
        ["Planned"] = ["2027-05-01"],
        ["Text"] = ["Please stop the payment.", "Xin chào"],
        ["About"] = ["first", "second"],
        ["Language"] = ["en", "vi"],
        ["Sha256"] = ["", World.Evidence[0].Sha256, new('a', 64)],
    };

    private static readonly ImmutableArray<Actor> Actors =
        [Actor.System, Actor.Director, new("control.lead.1"), new("control.observer.1"), .. Words["Seat"].Select(s => new Actor(s)), new("bank.fraud.1", Simulated: true), new("nobody.at.1"), new("")];

    private static readonly Gen<RequestForm> Forms = Gen.Frequency(
        (6, Gen.Elements(Form("kivara-desk", "kivara-log", "192.0.2.7"), Form(), Form("kivara-police", "kivara-log", "192.0.2.7"), Form("norvia-police"))),
        (2, Gen.Elements(Form() with { Fields = Form().Fields.Remove("holder") }, Form() with { Scope = Form().Scope with { Classes = ["traffic", "content"] } }, Form() with { Basis = "untoc", Channel = "mail" }, new RequestForm { From = "sundara-desk" })),
        (1, from text in Word("Form") from to in Word("To") select Form() with { To = to, Kind = text.Length == 0 ? "preservation" : text, Fields = Form().Fields.SetItem("offence", text), Scope = new Scope([text], [text], [text], long.MinValue, long.MaxValue), Attachments = [text] }));

    public static Arbitrary<RandomDrill> Drills { get; } = Arb.From(
        from world in Gen.Choose(0, Worlds.All.Length - 1)
        from seed in Gen.Choose(1, 4)
        from start in Gen.Frequency((12, Gen.Constant("running")), (1, Gen.Elements(RandomDrill.Starts.ToArray())))
        from steps in Gen.Frequency((1, Gen.OneOf(WireKinds.Of(typeof(Command)).Where(k => k.Type != typeof(LaunchDrill)).Select(k => Step(k.Type)))), (5, Gen.OneOf(Likely()))).ListOf()
        from marks in Gen.Choose(0, 4).ListOf(steps.Count)
        select new RandomDrill(world, seed, start, [.. steps], [.. marks.Select(m => m == 0)]),
        drill => Enumerable.Range(0, drill.Steps.Length).Select(i => drill with { Steps = drill.Steps.RemoveAt(i), Marks = drill.Marks.RemoveAt(i) }));

    /// <summary>What a drill is made of, sent by those who may, so that most lists get somewhere.</summary>
    private static IEnumerable<Gen<RandomStep>> Likely()
    {
        Gen<RandomStep> By(string seat, Gen<Command> command) => from c in command from later in Later select new RandomStep(new Actor(seat), c, later);
        Gen<Command> One(params Command[] commands) => Gen.Elements(commands);
        Gen<Command> Of<T>() => Make(typeof(T)).Select(c => (Command)c);
        for (var n = 0; n < 3; n++)
        {
            yield return By("system", One(new Tick()));
            yield return By("bank.fraud.1", One(new StartAction("stop-payment"), new StartAction("probe"), new StartAction("probe"), new StartAction("overtime"), new StartAction("needs-alarm"), new StartAction("needs-secret"), new CancelAction("probe")));
            yield return By("desk.officer.1", One(new StartAction("probe"), new StartAction("send-mla")));
            yield return By("desk.officer.1", Of<DraftRequest>());
            yield return By("desk.officer.1", One(new AuthoriseRequest("r", 1)));
            yield return By("desk.officer.1", One(new SendRequest("r"), new SendRequest("s")));
            yield return By("kivara.officer.1", One(new AcknowledgeRequest("r", "KV-1"), new AcknowledgeRequest("from-norvia", "KV-2"), new VerifyRequest("r", true, "register"), new VerifyRequest("from-norvia", true, "register")));
            yield return By("kivara.officer.1", Of<AnswerRequest>());
            yield return By("control.director.1", One(new Resume()));
            yield return By("crew.hand.1", One(new StartAction("crew-enter"), new StartAction("crew-pay"), new StartAction("crew-phone"), new CancelAction("crew-enter")));
        }

        yield return By("desk.officer.1", Of<SupplementRequest>());
        yield return By("desk.officer.1", Of<ExtendRequest>());
        yield return By("desk.officer.1", Gen.OneOf(Of<TakeUpDraft>(), Of<EditRequest>(), Of<LetGoOfDraft>()));
        yield return By("police.investigator.1", Gen.OneOf(Of<TakeUpDraft>(), Of<EditRequest>()));
        yield return By("control.director.1", Of<FireInject>());
        yield return By("control.director.1", Of<WriteInject>());
        yield return By("control.director.1", Of<CorrectInject>());
        yield return By("control.director.1", Gen.OneOf(Of<HoldBackInject>(), Of<ReleaseInject>(), Of<SkipInject>(), Of<MoveInject>(), Of<EditInject>()));
        yield return By("control.director.1", Gen.OneOf(One(new Pause()), Of<MarkObjective>(), One(new ReopenExercise()), Of<SetSpeed>(), Of<JumpTo>()));
        yield return By("control.director.1", Gen.OneOf(Of<HoldPlan>(), Of<ResumePlan>(), Of<HandOverPlan>(), Of<SkipStep>(), Of<FireStep>()));
        yield return By("control.director.1", Gen.OneOf(Of<Claim>(), Of<LeaveClaim>(), One(new ReplyToMessage("m-bank-1", "It is held.")), Of<SetAsideMessage>()));
        yield return By("control.local.bank.1", Gen.OneOf(Of<WriteNote>(), Of<Claim>(), Of<ReplyToMessage>(), Of<FireInject>()));
        yield return By("control.director.1", Gen.OneOf(Of<WriteNote>(), Of<SetSharing>(), Of<SetReplaySharing>(), Of<NoteHotWash>(), Of<WithdrawHotWashNote>()));
        yield return By("control.evaluator.1", One(new MarkExpected("norvia-writes", 1, "done"), new MarkExpected("norvia-writes", 2, "partly", "Late."), new MarkExpected("norvia-writes", 1, "open"), new MarkExpected("norvia-writes", 1, "not-done", "", Minute)));
        yield return By("bank.fraud.1", One(new SendMessage("branch", "Stop it."), new SendMessage("control", "Is this real?")));
        yield return By("control.director.1", One(new CallRoll(), new Broadcast("x-1", En("Lunch"), En("At two.")), new Broadcast("x-2", En("Lunch"), En("At three."), "urgent")));
        yield return By("control.director.1", Of<TypeInResults>());
        yield return By("control.director.1", Gen.Frequency((9, Of<VoidScore>()), (1, Of<RemoveTeam>()), (1, One(new RemoveTeam("crew", "The attackers have gone home.")))));
        yield return By("bank.fraud.1", Of<ReportLink>());
        yield return By("crew.hand.1", One(new LeaveSeat("crew.hand.1")));
        yield return By("system", One(new TakeSeat("crew.hand.1"), new SimulateSeat("crew.hand.1")));
        yield return By("system", Of<TakeSeat>());
        yield return By("bank.fraud.1", Of<Decide>());
        yield return By("bank.fraud.1", Gen.OneOf(Of<AnswerQuestionnaire>(), Of<MarkRead>(), Of<SendMessage>(), Of<SendChat>(), Of<MarkForDebrief>(), Of<NoteHotWash>()));
        yield return By("bank.fraud.1", Gen.OneOf(One(new CollectEvidence("header")), Of<HandOverEvidence>()));
        yield return By("bank.fraud.1", Gen.OneOf(Of<IdentifyEvidence>(), Of<CollectEvidence>(), One(new StartAction("wipe"))));
        yield return By("police.investigator.1", Gen.OneOf(Of<IdentifyEvidence>(), Of<CollectEvidence>(), Of<AcquireEvidence>(), Of<PreserveEvidence>()));
        yield return By("police.investigator.1", Gen.OneOf(Of<GiveReceipt>(), Of<FileRecord>()));
    }

    private static readonly Gen<long> Later = Gen.Frequency(
        (40, Gen.Choose(0, 60_000).Select(ms => (long)ms)),
        (4, Gen.Choose(2, 15).Select(min => min * Minute)),
        (1, Gen.Elements(-Minute, 0, 1, long.MaxValue / 4, -long.MaxValue / 4)));

    private static Gen<RandomStep> Step(Type command) =>
        from made in Make(command)
        from actor in Gen.Elements(Actors.ToArray())
        from later in Later
        select new RandomStep(actor, DrillJson.Read<Command>(DrillJson.ToBytes((Command)made)), later);

    private static Gen<object> Make(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.GetParameters().Select(Value).Aggregate(
                Gen.Constant(ImmutableList<object?>.Empty), (all, next) => from done in all from value in next select done.Add(value))
            .Select(values => constructor.Invoke([.. values]));
    }

    private static Gen<object?> Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => Word(parameter.Name!).Select(w => (object?)w),
        var t when t == typeof(int) => Gen.Elements(1, 1, 1, 2, 10, 60, 0, -1, int.MaxValue, int.MinValue).Select(n => (object?)n),
        var t when t == typeof(long) => Gen.Elements(0L, 7L, -1L, long.MaxValue, long.MinValue).Select(n => (object?)n),
        var t when t == typeof(long?) => Gen.Elements<object?>(null, 5 * Minute, 90 * Minute, -1L, long.MaxValue),
        var t when t == typeof(bool) => Gen.Elements(true, false).Select(b => (object?)b),
        var t when t == typeof(ImmutableArray<string>) => Gen.Frequency((8, Gen.Choose(0, 3)), (1, Gen.Constant(500))).SelectMany(n => Word(parameter.Name!).ListOf(n)).Select(w => (object?)w.ToImmutableArray()),
        var t when t == typeof(ImmutableSortedDictionary<string, string>) => parameter.Name == "Answers" && !IsNullable(parameter) ? Gen.Elements<object?>(Fields(("pace", "3")), Fields(("pace", "fast")), Fields()) : IsNullable(parameter) ? Gen.Frequency((8, Gen.Constant<object?>(null)), (1, Gen.Elements<object?>(Fields(), Fields(("no-such-field", "x"))))) : Gen.Elements<object?>(Fields(), Fields(("no-such-field", "x"))),
        var t when t == typeof(ImmutableArray<TypedResult>) => Gen.Choose(0, 3).SelectMany(n => Typed.ListOf(n)).Select(all => (object?)all.ToImmutableArray()),
        var t when t == typeof(ImmutableArray<FiledItem>) => Gen.Elements<object?>(ImmutableArray<FiledItem>.Empty, Filed("header", "bank"), Filed("header", "police"), Filed("memory", "police"), Filed("nothing", "nobody"), ImmutableArray.Create(new FiledItem("header", "police"), new FiledItem("memory", "police"))),
        var t when t == typeof(RequestForm) => Forms.Select(f => (object?)f),
        var t when t == typeof(Text) => Gen.Elements<object?>(null, En("Words."), Text.Empty, Text.Of("vi", new string('x', 5_000))).Where(x => x is not null || IsNullable(parameter)),
        var t when t == typeof(Scope) => Gen.Elements<object?>(null, Form().Scope, new Scope([.. Enumerable.Repeat("x", 500)], [], [])),
        var t => throw new InvalidOperationException($"RandomPlay makes no {t.Name}: say in Value how."),
    };

    /// <summary>What a country may have done on paper, and what nobody can.</summary>
    private static readonly Gen<TypedResult> Typed =
        from result in Gen.Elements(
            new TypedResult("action", "stop-payment", "done"), new TypedResult("action", "probe", "failed", By: "desk.officer"), new TypedResult("action", "wipe", "done"), new TypedResult("action", "crew-enter", "done"), new TypedResult("action", "enter", "failed"),
            new TypedResult("decision", "tell", "yes", By: "bank.fraud"), new TypedResult("decision", "tell", "lapsed"), new TypedResult("objective", "stopped", "won"), new TypedResult("objective", "fast", "partly", 3), new TypedResult("mark", "spoke-well", "well"),
            new TypedResult("action", "stop-payment", ""), new TypedResult("decision", "tell", ""), new TypedResult("objective", "stopped", ""), new TypedResult("dance", "no-such", "x", -1, By: "nobody"))
        from at in Gen.Elements<long?>(0, 5 * Minute, 25 * Minute, 300 * Minute, null, -1)
        select result with { HappenedAt = at };

    private static ImmutableArray<FiledItem> Filed(string evidence, string log) => [new FiledItem(evidence, log)];

    private static bool IsNullable(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static Gen<string> Word(string name) =>
        Words.TryGetValue(name, out var fitting) ? Gen.Frequency((9, Gen.Elements(fitting)), (1, Gen.Elements(Nonsense))) : Gen.Elements(["because", "Lý do", .. Nonsense]);
}
