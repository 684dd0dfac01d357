namespace HanoiAcademy.Server.Hosting;

/// <summary>
/// The words after the program's name. <c>--demo</c> is taken out wherever it stands before configuration reads the rest:
/// the configuration reader would take the word behind it for its value.
/// </summary>
internal sealed record StartArguments(string[] ForConfiguration, bool Demo)
{
    private const string DemoWord = "--demo";

    public static StartArguments Read(IReadOnlyList<string> args) =>
        new([.. args.Where(arg => arg != DemoWord)], args.Contains(DemoWord));
}
