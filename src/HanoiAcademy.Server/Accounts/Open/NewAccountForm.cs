namespace HanoiAcademy.Server.Accounts.Open;

/// <summary>What a person types who makes an account of his own.</summary>
internal sealed class NewAccountForm
{
    private const int LongestName = 100;

    public string? DisplayName { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool IsWhole => IsName(DisplayName) && IsName(UserName) && !string.IsNullOrEmpty(Password);

    private static bool IsName(string? typed) => !string.IsNullOrWhiteSpace(typed) && typed.Length <= LongestName;
}
