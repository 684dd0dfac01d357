namespace HanoiAcademy.Drills.Clock;

/// <summary>Something that happens by the clock. Among those of one drill time: by Rank (a phase before what lay inside its jump, that before the rest), then Order, then as listed. Do: with its turn and Id.</summary>
internal sealed record DueItem(long At, int Rank, long Order, string What, string Id, Action<Turn, string>? Do, long? Story = null)
{
    public const int Phase = 0;
    public const int StoryTime = 1;
    public const int ActionEnd = 2;
    public const int Deadline = 3;
    public const int Inject = 4;
    public const int Objective = 5;
    public const int Look = 6;
    public const int End = 7;
}
