using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Server.Accounts.Import;

/// <summary>What is printed for one person, the only time the password is known.</summary>
internal sealed record Slip(string Name, string UserName, string Password, Role Role);

internal sealed record ImportAnswer(IReadOnlyList<Slip> Slips, IReadOnlyList<LineProblem> Problems);

/// <summary>Makes all accounts of a list, or none.</summary>
internal sealed class AccountImport(
    AccountMaker maker, UserManager<Account> accounts, IPasswordHasher<Account> hasher, IAccountDirectory directory)
{
    private const int MostTries = 20;

    public async Task<ImportAnswer> MakeAsync(string agencyId, AccountList list, bool mustChangePassword)
    {
        if (list.Problems.Count > 0)
            return new([], list.Problems);

        // Hashing is slow on purpose; three hundred passwords would take half a minute on one core.
        var passwords = list.Lines.Select(_ => Secret.Password()).ToArray();
        var hashes = passwords.AsParallel().AsOrdered().Select(password => hasher.HashPassword(null!, password)).ToArray();

        var avoid = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var names = UserNames(list.Lines, avoid);
            var made = list.Lines.Select((line, at) => Account(agencyId, line, names[at], hashes[at], mustChangePassword)).ToList();
            var roles = made.Zip(list.Lines, (account, line) =>
                new Membership { AccountId = account.Id, AgencyId = agencyId, Role = line.Role.Name() }).ToList();
            var taken = await directory.CreateAll(made, roles);
            if (taken.Count == 0)
                return new([.. list.Lines.Select((line, at) => new Slip(line.Name, names[at], passwords[at], line.Role))], []);

            var takenNames = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var problems = list.Lines.Where(line => line.UserName is not null && takenNames.Contains(line.UserName))
                .Select(line => new LineProblem(line.Line, "user-name-taken", line.UserName!)).ToList();
            if (problems.Count > 0)
                return new([], problems);
            avoid.UnionWith(takenNames); // Names we made up ourselves: make up others.
        }

        throw new InvalidOperationException("No free user names were found for the list.");
    }

    private Account Account(string agencyId, AccountLine line, string userName, string hash, bool mustChangePassword)
    {
        var account = maker.New(agencyId, userName, line.Name);
        account.NormalizedUserName = accounts.NormalizeName(userName)!;
        account.PasswordHash = hash;
        account.SecurityStamp = Secret.Token();
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        account.Language = line.Language;
        account.MustChangePassword = mustChangePassword;
        return account;
    }

    /// <summary>The names of the list, and for lines without one the person's name in plain letters, numbered where it repeats.</summary>
    private static string[] UserNames(IReadOnlyList<AccountLine> lines, IReadOnlySet<string> avoid)
    {
        var used = lines.Select(line => line.UserName).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. lines.Select(line => line.UserName ?? Free(line, used, avoid))];
    }

    private static string Free(AccountLine line, HashSet<string> used, IReadOnlySet<string> avoid)
    {
        var plain = Slugs.Of(line.Name, '.');
        var stem = plain.Length >= 2 ? plain : line.Role.Name();
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? stem : $"{stem}{number}";
            if (!avoid.Contains(name) && used.Add(name))
                return name;
        }
    }
}
