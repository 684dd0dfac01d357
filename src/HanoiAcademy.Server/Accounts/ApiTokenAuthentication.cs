using System.Text.Encodings.Web;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Scripts show an opaque token. Its account's roles count as they stand at this moment.</summary>
internal sealed class ApiTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    IApiTokens tokens, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> principals, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiToken";
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan TouchedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var now = clock.GetUtcNow();
        var token = await tokens.FindUsable(Secret.Hash(header[Bearer.Length..].Trim()), now, Context.RequestAborted);
        var account = token is null ? null : await accounts.FindByIdAsync(token.AccountId);
        if (token is null || account is null || account.Disabled || account.MustChangePassword)
            return AuthenticateResult.Fail("The token is unknown, has expired, or its account may not be used.");

        if (token.LastUsed is null || now - token.LastUsed > TouchedEvery)
            await tokens.Touch(token.Id, now);
        return AuthenticateResult.Success(new AuthenticationTicket(await principals.CreateAsync(account), SchemeName));
    }

    public static bool IsFor(HttpContext http) =>
        http.Request.Headers[HeaderNames.Authorization].ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);
}
