namespace HanoiAcademy.Storage.Idempotency;

/// <summary>Makes a repeated unsafe call answer what it answered the first time.</summary>
public interface IIdempotencyKeys
{
    /// <summary>How long an answer is kept.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    /// <summary>After this long without an answer the first caller is taken for dead and the key is free again.</summary>
    static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(1);

    /// <param name="owner">The account or the seat: keys of one never meet those of another.</param>
    /// <param name="requestSha256">The hash of the request's body.</param>
    Task<KeyClaim> Claim(string owner, string route, string key, string requestSha256, DateTimeOffset now);

    /// <summary>Keeps what the first caller answered.</summary>
    Task Answer(string owner, string route, string key, int status, string? contentType, byte[] body);

    /// <summary>Gives up a claim whose work failed, so that a repeat may try again.</summary>
    Task Release(string owner, string route, string key);

    /// <summary>Forgets what is older than <see cref="KeptFor"/>; returns how many.</summary>
    Task<int> Prune(DateTimeOffset now);
}
