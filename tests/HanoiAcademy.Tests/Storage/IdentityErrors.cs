using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Tests.Storage;

internal static class IdentityErrors
{
    /// <summary>The host gets it with AddIdentityCore.</summary>
    public static IServiceCollection AddIdentityErrors(this IServiceCollection services) => services.AddSingleton<IdentityErrorDescriber>();
}
