using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Tests.Storage.Accounts;

public abstract class AccountStoreContract(ITestAcademy academy) : StorageContract(academy)
{
    private IUserStore<Account> Store => Get<IUserStore<Account>>();

    [Fact]
    public async Task All_of_an_account_comes_back()
    {
        var account = NewAccount("linh");
        account.Language = "vi";
        account.PasswordHash = "hash";
        account.MustChangePassword = true;
        account.Disabled = true;
        account.SecurityStamp = "stamp";
        account.LockoutEnabled = false;
        account.LockoutEnd = Noon.AddMinutes(5);
        account.AccessFailedCount = 3;
        account.TwoFactorEnabled = true;
        account.AuthenticatorKey = "KEY";
        account.RecoveryCodeHashes = "a b";
        (await Store.CreateAsync(account, Cancel)).Succeeded.ShouldBeTrue();
        (await Store.FindByIdAsync("linh", Cancel)).ShouldBeEquivalentTo(account);
        (await Store.FindByNameAsync("LINH", Cancel)).ShouldBeEquivalentTo(account);
        (await Store.FindByNameAsync("linh", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_update_changes_every_column()
    {
        await EnrolAsync("linh");
        var account = (await Store.FindByIdAsync("linh", Cancel))!;
        account.AgencyId = "kivara";
        account.UserName = "linh.n";
        account.NormalizedUserName = "LINH.N";
        account.DisplayName = "Linh N.";
        account.Language = "vi";
        account.PasswordHash = "hash";
        account.MustChangePassword = true;
        account.Disabled = true;
        account.SecurityStamp = "stamp";
        account.LockoutEnabled = false;
        account.LockoutEnd = Noon;
        account.AccessFailedCount = 2;
        account.TwoFactorEnabled = true;
        account.AuthenticatorKey = "KEY";
        account.RecoveryCodeHashes = "a";
        (await Store.UpdateAsync(account, Cancel)).Succeeded.ShouldBeTrue();
        (await Store.FindByIdAsync("linh", Cancel)).ShouldBeEquivalentTo(account);
    }

    [Fact]
    public async Task A_user_name_is_given_once()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        var same = NewAccount("other");
        same.NormalizedUserName = "LINH";
        (await Store.CreateAsync(same, Cancel)).Errors.ShouldHaveSingleItem().Code.ShouldBe("DuplicateUserName");

        var minh = (await Store.FindByIdAsync("minh", Cancel))!;
        minh.NormalizedUserName = "LINH";
        (await Store.UpdateAsync(minh, Cancel)).Errors.ShouldHaveSingleItem().Code.ShouldBe("DuplicateUserName");
    }

    [Fact]
    public async Task Of_two_who_change_an_account_the_later_is_told()
    {
        await EnrolAsync("linh");
        var one = (await Store.FindByIdAsync("linh", Cancel))!;
        var other = (await Store.FindByIdAsync("linh", Cancel))!;
        one.DisplayName = "One";
        other.DisplayName = "Other";
        (await Store.UpdateAsync(one, Cancel)).Succeeded.ShouldBeTrue();
        (await Store.UpdateAsync(other, Cancel)).Errors.ShouldHaveSingleItem().Code.ShouldBe("ConcurrencyFailure");
        (await Store.DeleteAsync(other, Cancel)).Succeeded.ShouldBeFalse();
        (await Store.UpdateAsync(one, Cancel)).Succeeded.ShouldBeTrue();
        (await Store.FindByIdAsync("linh", Cancel))!.DisplayName.ShouldBe("One");
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_not_kept_in_clear()
    {
        await EnrolAsync("linh");
        var codes = (IUserTwoFactorRecoveryCodeStore<Account>)Store;
        var account = (await Store.FindByIdAsync("linh", Cancel))!;
        await codes.ReplaceCodesAsync(account, ["AAAA-1", "BBBB-2"], Cancel);
        await Store.UpdateAsync(account, Cancel);
        account.RecoveryCodeHashes.ShouldNotContain("AAAA-1");
        (await codes.RedeemCodeAsync(account, "CCCC-3", Cancel)).ShouldBeFalse();

        var elsewhere = (await Store.FindByIdAsync("linh", Cancel))!;
        (await codes.RedeemCodeAsync(account, "AAAA-1", Cancel)).ShouldBeTrue();
        (await codes.RedeemCodeAsync(elsewhere, "AAAA-1", Cancel)).ShouldBeFalse();
        var after = (await Store.FindByIdAsync("linh", Cancel))!;
        (await codes.CountCodesAsync(after, Cancel)).ShouldBe(1);
        (await codes.RedeemCodeAsync(after, "AAAA-1", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_passkey_comes_back_and_finds_its_account()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        var store = (IUserPasskeyStore<Account>)Store;
        var linh = (await Store.FindByIdAsync("linh", Cancel))!;
        var minh = (await Store.FindByIdAsync("minh", Cancel))!;
        await store.AddOrUpdatePasskeyAsync(linh, Passkey(signCount: 1), Cancel);
        (await store.FindPasskeyAsync(linh, [1, 2, 3], Cancel)).ShouldBeEquivalentTo(Passkey(signCount: 1));
        (await store.FindPasskeyAsync(minh, [1, 2, 3], Cancel)).ShouldBeNull();
        (await store.FindByPasskeyIdAsync([1, 2, 3], Cancel)).ShouldNotBeNull().Id.ShouldBe("linh");

        await store.AddOrUpdatePasskeyAsync(linh, Passkey(signCount: uint.MaxValue), Cancel);
        (await store.GetPasskeysAsync(linh, Cancel)).ShouldHaveSingleItem().SignCount.ShouldBe(uint.MaxValue);
        await store.RemovePasskeyAsync(minh, [1, 2, 3], Cancel);
        (await store.GetPasskeysAsync(linh, Cancel)).ShouldHaveSingleItem();
        await store.RemovePasskeyAsync(linh, [1, 2, 3], Cancel);
        (await store.GetPasskeysAsync(linh, Cancel)).ShouldBeEmpty();
        (await store.FindByPasskeyIdAsync([1, 2, 3], Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_passkey_is_never_taken_over_by_another_account()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        var store = (IUserPasskeyStore<Account>)Store;
        await store.AddOrUpdatePasskeyAsync((await Store.FindByIdAsync("linh", Cancel))!, Passkey(1), Cancel);
        var minh = (await Store.FindByIdAsync("minh", Cancel))!;
        await Should.ThrowAsync<Exception>(() => store.AddOrUpdatePasskeyAsync(minh, Passkey(2), Cancel));
        (await store.FindByPasskeyIdAsync([1, 2, 3], Cancel)).ShouldNotBeNull().Id.ShouldBe("linh");
    }

    private static UserPasskeyInfo Passkey(uint signCount) =>
        new([1, 2, 3], [4, 5], Noon, signCount, ["internal", "hybrid"], true, true, false, [6], [7, 8]) { Name = "Phone" };
}

public sealed class AccountStoreOnSqlite() : AccountStoreContract(new SqliteAcademy());

public sealed class AccountStoreOnSqlServer() : AccountStoreContract(new SqlServerAcademy());
