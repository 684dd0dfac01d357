namespace HanoiAcademy.Browser.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_project_runs() => true.ShouldBeTrue();
}
