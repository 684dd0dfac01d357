using Microsoft.AspNetCore.Authorization;

namespace HanoiAcademy.Server.Agencies;

/// <summary>
/// What a route group or a folder of pages asks for. A policy says "holds the role in some agency"; of which agency the thing
/// at the address is, <see cref="Access"/> decides.
/// </summary>
internal static class Policies
{
    public const string Author = "author";
    public const string Instructor = "instructor";
    public const string Administrator = "administrator";

    public static void Add(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(context => Viewer.Of(context.User).IsSignedIn).Build();

        // An address that states no policy is not open by mistake.
        options.FallbackPolicy = signedIn;
        options.DefaultPolicy = signedIn;
        options.AddPolicy(Author, policy => Holds(policy, Role.Author));
        options.AddPolicy(Instructor, policy => Holds(policy, Role.Instructor));
        options.AddPolicy(Administrator, policy => Holds(policy, Role.Administrator));
    }

    private static void Holds(AuthorizationPolicyBuilder policy, Role role) => policy.RequireAuthenticatedUser()
        .RequireAssertion(context => Viewer.Of(context.User).HoldsSomewhere(role));
}
