using HanoiAcademy.Cluster.Silo;
using HanoiAcademy.Server.Tests.Drills;

namespace HanoiAcademy.Cluster.Tests.Site;

public sealed class MembershipProbeTests
{
    private readonly FakeTime _time = new();
    private int _reads;

    [Fact]
    public async Task However_many_ask_the_table_is_read_once_in_three_seconds()
    {
        var probe = new MembershipProbe(Read, _time);
        for (var n = 0; n < 50; n++)
            await probe.Check(CancellationToken.None);
        _reads.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(4));
        await probe.Check(CancellationToken.None);
        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task Who_asks_while_it_is_read_waits_for_the_same_answer()
    {
        var slow = new TaskCompletionSource();
        var probe = new MembershipProbe(() => Read(slow.Task), _time);
        var all = Enumerable.Range(0, 10).Select(_ => probe.Check(CancellationToken.None)).ToList();
        _time.Advance(TimeSpan.FromSeconds(5));
        all.Add(probe.Check(CancellationToken.None));
        slow.SetException(new IOException("gone"));

        foreach (var one in all)
            await Should.ThrowAsync<IOException>(() => one);
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_is_forgotten_with_the_rest()
    {
        var faulty = true;
        var probe = new MembershipProbe(() => faulty ? Read(Task.FromException(new IOException("gone"))) : Read(), _time);
        await Should.ThrowAsync<IOException>(() => probe.Check(CancellationToken.None));
        faulty = false;
        _time.Advance(TimeSpan.FromSeconds(4));
        await probe.Check(CancellationToken.None);
    }

    [Fact]
    public async Task A_table_that_says_nothing_is_waited_for_ten_seconds()
    {
        var probe = new MembershipProbe(() => new TaskCompletionSource().Task, _time);
        var asked = probe.Check(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(11));
        await Should.ThrowAsync<TimeoutException>(() => asked);
    }

    private Task Read() => Read(Task.CompletedTask);

    private Task Read(Task answer)
    {
        _reads++;
        return answer;
    }
}
