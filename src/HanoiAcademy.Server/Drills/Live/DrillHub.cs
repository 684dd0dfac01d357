using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.SignalR;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>
/// The live line of a drill. Arguments are taken as JSON and read here, so that a malformed call is answered in words instead of ending
/// in the framework's error.
/// </summary>
internal sealed class DrillHub(
    IDrillRooms rooms, DrillAccess access, SeatOffice seats, LaunchedScenarios scenarios, SeatNames names, LiveConnections connections, RefusalTexts texts, Texts languages, TimeProvider time) : Hub
{
    private const string ListenerItem = "listener";
    private const int LongestDevice = 32;

    private Listener? Last => Context.Items.TryGetValue(ListenerItem, out var found) ? (Listener?)found : null;

    private Listener? Here => Last is { } last && connections.Hears(last) ? last : null;

    public async Task<Joined> Join(JsonElement drill, JsonElement options)
    {
        if (drill.ValueKind != JsonValueKind.String)
            throw new HubException("malformed: the first argument is the drill's id.");
        if (!CommandReader.TryRead<JoinOptions>(options, out var asked, out var problem))
            throw new HubException($"malformed: {problem} of the second argument.");
        if (await access.Find(drill.GetString()!, Context.User!) is not { } caller)
            throw new HubException("not-found: there is no such drill, or none that you may see.");

        var scenario = await scenarios.Get(caller.Drill.ContentSha256);
        if (asked!.LooksAt is { } wanted && !caller.MayLookAt(wanted, scenario))
            throw new HubException("not-found: there is no such seat, or none that you may look at.");
        var seat = asked.LooksAt is null ? caller.Seat(asked.Control) : caller.ControlSeat!;
        var eyes = asked.LooksAt ?? seat;
        var (team, own) = SeatAudiences.Of(scenario, eyes, asked.Language);
        var listener = new Listener(Context, caller.Drill.Id, seat, team.ToString(), own.ToString(), languages.Knows(asked.Language) ? asked.Language : Texts.Source, asked.LooksAt is not null);

        // First listening, then looking: what happens in between comes twice, and its number tells; the other way round it would be lost.
        if (Last is { } before && before.Drill != listener.Drill)
            await rooms.Gone(before.Drill, before.Id);
        await connections.Listen(listener);
        Context.Items[ListenerItem] = listener;
        await seats.Confirm(caller.Drill.Id, seat);
        RoomView view;
        do
            view = await rooms.View(caller.Drill.Id, new ViewAsk(seat, asked.Language, Context.ConnectionId, asked.After?.Team, asked.After?.Own, asked.LooksAt, Short(asked.Device)));
        while (!listener.HasLooked());
        if (Context.ConnectionAborted.IsCancellationRequested)
            await Forget(listener);
        return new Joined(eyes, new Actor(eyes) is { IsControl: false } player ? player.TeamRole : null, new Actor(eyes).IsControl, view.At, view.Status, view.Team, view.Own, view.Walls);
    }

    public async Task<Answer> Send(JsonElement call)
    {
        if (Here is not { } here)
            return Explain(Answer.Refused(0, "not-joined"));
        if (here.OnlyLooks)
            return Explain(Answer.Refused(0, "only-looks"));
        if (!CommandReader.TryRead<SendCall>(call, out var sent, out var problem))
            return Explain(Answer.Refused(0, "malformed", problem));
        var (command, refused) = CommandReader.Read(sent!.CommandId, sent.Command);
        if (refused is not null)
            return Explain(refused);
        // What one plays alone may have been closed to him while it stood.
        if (command is StartExercise or Resume && await access.Find(here.Drill, Context.User!) is null)
            return Explain(Answer.Refused(0, "not-joined"));
        var answer = await rooms.Send(here.Drill, new Envelope(sent.CommandId, here.Seat, command!, sent.WrittenAt));
        await seats.Follow(here.Drill, here.Seat, command!, answer);
        return Explain(await names.Into(here.Drill, answer));
    }

    public async Task<UndoAnswer> Undo(JsonElement commandId) => new(
        Here is { OnlyLooks: false } here && commandId.ValueKind == JsonValueKind.String && await rooms.Undo(here.Drill, here.Seat, commandId.GetString()!));

    public void Ack(JsonElement place)
    {
        if (Here is { } here && CommandReader.TryRead<Acknowledgement>(place, out var read, out _))
            here.Acknowledge(read!.Stream == "own", read.Seq, time.GetTimestamp());
    }

    /// <summary>The lobby's test of the link.</summary>
    public JsonElement Echo(JsonElement text) => text;

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Last is { } last)
            await Forget(last);
    }

    /// <summary>It goes out to the other devices of the seat, so it is no longer than it needs to be.</summary>
    private static string Short(string device) => device.Length > LongestDevice ? device[..LongestDevice] : device;

    private async Task Forget(Listener listener)
    {
        await connections.Leave(listener.Id);
        await rooms.Gone(listener.Drill, listener.Id);
    }

    private Answer Explain(Answer answer) => texts.Explain(answer, Here?.UiLanguage ?? Texts.Source);
}
