using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Identity asks whether an account is confirmed before it lets it in; here that means: not switched off.</summary>
internal sealed class OnlyEnabledAccounts : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(!user.Disabled);
}
