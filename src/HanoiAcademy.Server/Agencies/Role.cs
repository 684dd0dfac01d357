using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Agencies;

/// <summary>Account roles from the least to the most; each may do what those before it may.</summary>
internal enum Role
{
    Trainee,
    Author,
    Instructor,
    Administrator,
}

internal static class Roles
{
    public static string Name(this Role role) => role switch
    {
        Role.Administrator => AccountRole.Administrator,
        Role.Instructor => AccountRole.Instructor,
        Role.Author => AccountRole.Author,
        _ => AccountRole.Trainee,
    };

    public static Role? Parse(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        AccountRole.Administrator => Role.Administrator,
        AccountRole.Instructor => Role.Instructor,
        AccountRole.Author => Role.Author,
        AccountRole.Trainee => Role.Trainee,
        _ => null,
    };
}
