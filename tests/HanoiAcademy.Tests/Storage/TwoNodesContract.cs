using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Idempotency;
using HanoiAcademy.Storage.Keys;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage;

/// <summary>Two nodes that want the same thing at the same moment: truly parallel writers, over connections of their own.</summary>
public abstract class TwoNodesContract(ITestAcademy academy) : StorageContract(academy)
{
    private readonly ITestAcademy academy = academy;
    private ITestAcademy[]? nodes;

    [Fact]
    public async Task Of_two_activations_of_a_drill_one_appends_each_version_and_the_other_is_told()
    {
        await LaunchAsync("d1", "CODE1");
        var won = new int[2];
        await OnBothAsync(async (node, number) =>
        {
            var log = node.Get<IDrillLog>();
            for (var version = 0L; version < 40;)
            {
                switch (await log.Append("d1", version, $"c{version}", $"seat.{number}", version, Noon, $"[{number}]"))
                {
                    case AppendAnswer.Appended appended:
                        won[number]++;
                        version = appended.Version;
                        break;
                    case AppendAnswer.VersionConflict conflict:
                        conflict.Actual.ShouldBeGreaterThan(version);
                        version = conflict.Actual;
                        break;
                    case var other:
                        throw new InvalidOperationException($"Nobody repeated anything: {other}");
                }
            }

            return number;
        });

        var rows = await Get<IDrillLog>().Read("d1", 0, Cancel);
        rows.Select(row => row.Version).ShouldBe(Enumerable.Range(1, rows.Count).Select(version => (long)version));
        rows.Count.ShouldBe(won.Sum());
    }

    [Fact]
    public async Task One_command_sent_to_both_is_kept_once_and_both_hear_of_the_same_row()
    {
        await LaunchAsync("d1", "CODE1");
        for (var version = 0L; version < 15; version++)
        {
            var answers = await OnBothAsync((node, _) => node.Get<IDrillLog>().Append("d1", version, $"c{version}", "bank.1", version, Noon, "[]"));
            answers.OfType<AppendAnswer.Appended>().ShouldHaveSingleItem().Version.ShouldBe(version + 1);
            answers.OfType<AppendAnswer.AlreadyThere>().ShouldHaveSingleItem().Row.Version.ShouldBe(version + 1);
        }
    }

    [Fact]
    public async Task A_name_a_join_code_a_seat_and_a_claim_go_to_one()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        for (var round = 0; round < 8; round++)
        {
            var agencies = await OnBothAsync((node, number) => node.Get<IAgencies>()
                .Create(new Agency { Id = $"a{round}-{number}", Slug = $"a{round}", Name = $"A {round}", Created = Noon }));
            agencies.Count(made => made).ShouldBe(1);

            var drills = await OnBothAsync((node, number) => node.Get<IDrillCatalog>().Create(drill with { Id = $"d{round}-{number}", JoinCode = $"J{round}" }));
            drills.Count(made => made).ShouldBe(1);

            var seats = await OnBothAsync((node, number) => node.Get<ISeatingPlan>()
                .Take(new SeatHolder { DrillId = "d1", Seat = $"bank.{round}", GuestName = $"Guest {number}", RejoinWordHash = $"{round}-{number}", Since = Noon }));
            seats.Count(taken => taken).ShouldBe(1);

            var claims = await OnBothAsync((node, _) => node.Get<IIdempotencyKeys>().Claim("linh", "POST /x", $"k{round}", "h", Noon));
            claims.OfType<KeyClaim.First>().Count().ShouldBe(1);
            claims.OfType<KeyClaim.InProgress>().Count().ShouldBe(1);
        }
    }

    [Fact]
    public async Task One_of_two_nodes_makes_the_first_key()
    {
        (await OnBothAsync((node, number) => node.Get<IKeyRing>().KeepFirst($"<key>{number}</key>"))).Count(isFirst => isFirst).ShouldBe(1);
        (await Get<IKeyRing>().All(Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_may_be_done_twice_is_done_twice_without_complaint()
    {
        await EnrolAsync("linh");
        for (var round = 0; round < 6; round++)
        {
            await OnBothAsync((node, _) => node.Get<IContentStore>().Put(BitConverter.GetBytes(round)));
            await OnBothAsync(async (node, number) =>
            {
                await node.Get<ILearnerProgress>().Complete("linh", "c", $"l{round}", "v", Noon);
                await node.Get<IMemberships>().Grant(new Membership { AccountId = "linh", AgencyId = "kivara", Role = AccountRole.Trainee });
                await node.Get<IKeyRing>().Keep($"key-{round}", $"<key>{number}</key>");
                return await node.Get<ILearnerProgress>().KeepText(new LearnerText { AccountId = "linh", Course = "c", Block = $"b{round}", Text = $"{number}", Updated = Noon.AddSeconds(number) });
            });
        }

        (await Get<ILearnerProgress>().Texts("linh", "c", Cancel)).ShouldAllBe(text => text.Text == "1");
        (await Get<IKeyRing>().All(Cancel)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Two_administrators_who_withdraw_each_other_leave_one()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        Membership[] both = [Administrator("linh"), Administrator("minh")];
        for (var round = 0; round < 8; round++)
        {
            await Get<IMemberships>().Grant(both[0]);
            await Get<IMemberships>().Grant(both[1]);
            (await OnBothAsync((node, number) => node.Get<IMemberships>().Withdraw(both[number]))).Count(done => done).ShouldBe(1);
            (await Get<IMemberships>().CountAdministrators(Cancel)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_question_gives_no_more_attempts_than_it_has_and_numbers_them_without_a_gap()
    {
        await EnrolAsync("linh");
        var answer = new QuizAnswer { AccountId = "linh", Course = "c", Lesson = "l", Question = "q", ContentVersion = "v", Chosen = "[]", Points = 0, Correct = false, At = Noon, Key = "" };
        var kept = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => OnBothAsync((node, number) =>
            node.Get<ILearnerProgress>().Answer(answer with { Key = $"k{n}-{number}" }, attemptsAllowed: 3))));
        kept.SelectMany(both => both).OfType<AnswerKept.Kept>().Count().ShouldBe(3);
        (await Get<ILearnerProgress>().Answers("linh", "c", Cancel)).Select(row => row.Attempt).Order().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_new_first_administrators_link_leaves_one_that_can_be_used()
    {
        for (var round = 0; round < 6; round++)
        {
            await OnBothAsync(async (node, number) =>
            {
                await node.Get<IInvitations>().Create(new Invitation
                {
                    TokenHash = $"t{round}-{number}",
                    Kind = InvitationKind.FirstAdministrator,
                    AgencyId = "sundara",
                    Role = AccountRole.Administrator,
                    Created = Noon,
                    Expires = Noon.AddDays(1),
                });
                return number;
            });
            (await Get<IInvitations>().ListUsable("sundara", Noon, Cancel)).ShouldHaveSingleItem();
        }
    }

    private static Membership Administrator(string account) => new() { AccountId = account, AgencyId = "sundara", Role = AccountRole.Administrator };

    private async Task<T[]> OnBothAsync<T>(Func<ITestAcademy, int, Task<T>> work)
    {
        nodes ??= [academy.Beside(), academy.Beside()];
        using var together = new Barrier(2);
        return await Task.WhenAll(nodes.Select((node, number) => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(Cancel);
                return work(node, number);
            },
            Cancel,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }

    protected override async ValueTask DisposeNodesAsync()
    {
        foreach (var node in nodes ?? [])
        {
            await node.DisposeAsync();
        }
    }
}

public sealed class TwoNodesOnSqlite() : TwoNodesContract(new SqliteAcademy());

public sealed class TwoNodesOnSqlServer() : TwoNodesContract(new SqlServerAcademy());
