namespace HanoiAcademy.Server.Hosting;

internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>Sample accounts and a running drill, in a data folder of its own.</summary>
    public bool Demo { get; set; }
}
