namespace HanoiAcademy.Server.Hosting;

/// <summary>What the person at the console reads while the academy starts. Not a log: it goes to them whatever the log level.</summary>
internal sealed class StartLines(TextWriter output)
{
    public void Write(string line) => output.WriteLine(line);
}
