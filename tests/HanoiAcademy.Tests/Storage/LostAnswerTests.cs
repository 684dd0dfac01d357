using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Idempotency;
using HanoiAcademy.Storage.Keys;
using HanoiAcademy.Storage.Pinned;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Tests.Storage;

/// <summary>
/// A line that breaks while a commit is under way leaves nobody the wiser, and the work is run again. Here every commit is kept and
/// every first answer lost: what the caller hears is still what he did, and nothing is there twice.
/// </summary>
public sealed class LostAnswerTests : StorageContract
{
    private readonly SqliteAcademy academy;
    private readonly IDatabase forgetful;

    public LostAnswerTests()
        : this(new SqliteAcademy())
    {
    }

    private LostAnswerTests(SqliteAcademy academy)
        : base(academy)
    {
        this.academy = academy;
        forgetful = new Forgetful(academy.Get<IDatabase>());
    }

    [Fact]
    public async Task An_append_is_appended_once()
    {
        await LaunchAsync("d1", "CODE1");
        IDrillLog log = new DrillLog(forgetful);
        (await log.Append("d1", 0, "c1", "bank.1", 5, Noon, "[1]")).ShouldBe(new AppendAnswer.Appended(1));
        (await log.Append("d1", 0, "c1", "bank.1", 9, Noon, "[2]")).ShouldBeOfType<AppendAnswer.AlreadyThere>().Row.Events.ShouldBe("[1]");
        (await log.Append("d1", 0, "c2", "bank.1", 9, Noon, "[2]")).ShouldBe(new AppendAnswer.VersionConflict(1));
        (await log.Read("d1", 0, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_made_is_told_as_made()
    {
        IAgencies agencies = new AgencyList(forgetful);
        var norvia = new Agency { Id = "norvia", Slug = "norvia", Name = "Norvia", Created = Noon };
        (await agencies.Create(norvia)).ShouldBeTrue();
        (await agencies.Create(norvia with { Id = "other" })).ShouldBeFalse();
        (await agencies.Rename("norvia", "Norvia's desk")).ShouldBeTrue();

        IDrillCatalog catalog = new DrillCatalog(forgetful);
        var drill = await LaunchAsync("d1", "CODE1");
        (await catalog.Create(drill with { Id = "d2", JoinCode = "CODE2" })).ShouldBeTrue();
        (await catalog.Create(drill with { Id = "d3", JoinCode = "CODE2" })).ShouldBeFalse();
        (await catalog.RenewLease("d2", 0, 5_000, Noon)).ShouldBeTrue();
        var row = new LogRow { DrillId = "d4", Version = 1, CommandId = "launch", Seat = "system", At = 0, Wall = Noon, Events = "[]" };
        (await catalog.Create(drill with { Id = "d4", JoinCode = "CODE4" }, new DrillOpening { Rows = [row], Agencies = ["kivara"] })).ShouldBeTrue();
        (await new DrillLog(forgetful).Read("d4", 0, Cancel)).Select(there => there with { Digest = null }).ShouldBe([row]);

        IExercises exercises = new Exercises(forgetful);
        var exercise = new ExerciseEntry { Id = "e1", AgencyId = "sundara", ScenarioId = "s", Title = "E", ContentSha256 = drill.ContentSha256, CreatedWall = Noon };
        (await exercises.Create(exercise, [new NewDrill(drill with { Id = "d5", ExerciseId = "e1", JoinCode = "CODE5" }, new DrillOpening { Rows = [row with { DrillId = "d5" }] })])).ShouldBeTrue();
        (await exercises.Create(exercise with { Id = "e2" }, [new NewDrill(drill with { Id = "d6", ExerciseId = "e2", JoinCode = "CODE5" }, new DrillOpening())])).ShouldBeFalse();
        (await exercises.Drills("e1", Cancel)).ShouldHaveSingleItem().Id.ShouldBe("d5");
        (await catalog.SetStatus("d2", DrillStatus.Ended, Noon)).ShouldBeTrue();

        await new ApiTokens(forgetful).Create(new ApiToken { Id = "k", TokenHash = "h", AccountId = await EnrolAsync("linh"), Name = "n", Created = Noon, Expires = Noon.AddDays(1) });
        (await new ApiTokens(forgetful).Revoke("linh", "k")).ShouldBeTrue();
        (await new KeyRing(forgetful).KeepFirst("<first/>")).ShouldBeTrue();
        (await new KeyRing(forgetful).KeepFirst("<second/>")).ShouldBeFalse();
        await new KeyRing(forgetful).Keep("key", "<key/>");
        (await new ContentStore(forgetful).Get(await new ContentStore(forgetful).Put("x"u8.ToArray()), Cancel)).ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public async Task An_account_is_made_changed_and_deleted_once()
    {
        using var store = new AccountStore(forgetful, new IdentityErrorDescriber());
        var linh = NewAccount("linh");
        (await store.CreateAsync(linh, Cancel)).Succeeded.ShouldBeTrue();
        (await store.CreateAsync(NewAccount("other", "kivara").Also(a => a.NormalizedUserName = "LINH"), Cancel)).Succeeded.ShouldBeFalse();
        linh.DisplayName = "Linh";
        (await store.UpdateAsync(linh, Cancel)).Succeeded.ShouldBeTrue();
        (await store.UpdateAsync(linh, Cancel)).Succeeded.ShouldBeTrue();
        (await store.DeleteAsync(linh, Cancel)).Succeeded.ShouldBeTrue();

        IAccountDirectory directory = new AccountDirectory(forgetful);
        (await directory.CreateAll([NewAccount("a"), NewAccount("b")], [])).ShouldBeEmpty();
        (await directory.CreateAll([NewAccount("c"), NewAccount("x").Also(a => a.NormalizedUserName = "B")], [])).ShouldBe(["x"]);
        (await directory.Get("c", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_is_used_by_who_used_it_and_roles_are_withdrawn_once()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        IInvitations invitations = new Invitations(forgetful);
        var link = new Invitation { TokenHash = "t", AgencyId = "sundara", Role = AccountRole.Administrator, Created = Noon, Expires = Noon.AddDays(1) };
        await invitations.Create(link);
        (await invitations.Use("t", "linh", Noon)).ShouldNotBeNull().UsedBy.ShouldBe("linh");
        (await invitations.Use("t", "minh", Noon)).ShouldBeNull();

        IMemberships memberships = new Memberships(forgetful);
        var linh = new Membership { AccountId = "linh", AgencyId = "sundara", Role = AccountRole.Administrator };
        (await memberships.Withdraw(linh)).ShouldBeFalse();
        await memberships.Grant(linh with { AccountId = "minh" });
        (await memberships.Withdraw(linh)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_seat_an_answer_and_a_claim_are_taken_once()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("linh");
        ISeatingPlan seats = new SeatingPlan(forgetful);
        (await seats.Take(new SeatHolder { DrillId = "d1", Seat = "bank.1", AccountId = "linh", Since = Noon })).ShouldBeTrue();
        (await seats.Leave("d1", "bank.1")).ShouldBeTrue();

        ILearnerProgress progress = new LearnerProgress(forgetful);
        var answer = new QuizAnswer { AccountId = "linh", Course = "c", Lesson = "l", Question = "q", ContentVersion = "v", Chosen = "[]", Points = 1, Correct = true, At = Noon, Key = "k" };
        await progress.Answer(answer, 1);
        (await progress.Answers("linh", "c", Cancel)).ShouldHaveSingleItem().Attempt.ShouldBe(1);

        IIdempotencyKeys keys = new IdempotencyKeys(forgetful);
        (await keys.Claim("linh", "POST /x", "k", "h", Noon)).ShouldBeOfType<KeyClaim.First>();
        (await keys.Claim("linh", "POST /x", "k", "h", Noon.AddSeconds(1))).ShouldBeOfType<KeyClaim.InProgress>();
    }

    [Fact]
    public async Task Work_that_promised_one_change_makes_no_second() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => academy.Get<IDatabase>().WriteOne(session =>
            session.Execute("UPDATE Meta SET Value = Value") + session.Execute("UPDATE Meta SET Value = Value")))).Message.ShouldContain("more than it promised");

    private sealed class Forgetful(IDatabase inner) : IDatabase
    {
        public async Task<T> Write<T>(Func<Session, T> work)
        {
            await Lose(() => inner.Write(work));
            return await inner.Write(session => work(session.AfterLostAnswer()));
        }

        public async Task<T> WriteOne<T>(Func<Session, T> work)
        {
            await Lose(() => inner.WriteOne(work));
            return await inner.WriteOne(session => work(session.AfterLostAnswer()));
        }

        public Task<T> Read<T>(Func<Session, T> work, CancellationToken cancel = default) => inner.Read(work, cancel);

        /// <summary>What is thrown was taken back, and is thrown again by the second run.</summary>
        private static async Task Lose<T>(Func<Task<T>> work)
        {
            try
            {
                await work();
            }
            catch (Exception e) when (e is not InvalidOperationException)
            {
                // Lost with the answer.
            }
        }
    }
}

internal static class Tweak
{
    public static T Also<T>(this T thing, Action<T> change)
    {
        change(thing);
        return thing;
    }
}
