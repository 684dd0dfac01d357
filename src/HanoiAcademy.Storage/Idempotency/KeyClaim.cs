namespace HanoiAcademy.Storage.Idempotency;

public abstract record KeyClaim
{
    private KeyClaim()
    {
    }

    /// <summary>The caller is the first: he does the work, then answers or releases.</summary>
    public sealed record First : KeyClaim;

    /// <summary>The first is still at work.</summary>
    public sealed record InProgress : KeyClaim;

    public sealed record Answered(int Status, string? ContentType, byte[] Body) : KeyClaim;

    /// <summary>The key came before with another body: a bug of the caller, to be refused.</summary>
    public sealed record OtherRequest : KeyClaim;
}
