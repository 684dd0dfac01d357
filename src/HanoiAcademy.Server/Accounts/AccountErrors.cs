using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Identity's refusals that a person can meet here, in the language of the page.</summary>
internal sealed class AccountErrors(IStringLocalizer texts) : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), userName);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), userName ?? "");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), length);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure));

    private IdentityError Error(string code, params object[] arguments) =>
        new() { Code = code, Description = texts[$"account.errors.{code}", arguments] };
}
