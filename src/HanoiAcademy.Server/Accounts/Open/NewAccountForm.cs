namespace HanoiAcademy.Server.Accounts.Open;

/// <summary>What a person types who makes an account of his own.</summary>
internal sealed class NewAccountForm
{
    public string? DisplayName { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool IsWhole => !string.IsNullOrWhiteSpace(DisplayName) && !string.IsNullOrWhiteSpace(UserName) && !string.IsNullOrEmpty(Password);
}
