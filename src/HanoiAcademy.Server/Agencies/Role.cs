using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Agencies;

/// <summary>Account roles from the least to the most; each may do what those before it may.</summary>
internal enum Role
{
    Trainee,
    Instructor,
    Administrator,
}

internal static class Roles
{
    public static string Name(this Role role) => role switch
    {
        Role.Administrator => AccountRole.Administrator,
        Role.Instructor => AccountRole.Instructor,
        _ => AccountRole.Trainee,
    };

    public static Role? Parse(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        AccountRole.Administrator => Role.Administrator,
        AccountRole.Instructor => Role.Instructor,
        AccountRole.Trainee => Role.Trainee,
        _ => null,
    };
}
