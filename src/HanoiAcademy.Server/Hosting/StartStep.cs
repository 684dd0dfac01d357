namespace HanoiAcademy.Server.Hosting;

/// <summary>What has to be done before the first request, in the order of registration; its line is printed before it runs.</summary>
internal sealed record StartStep(string Says, Func<IServiceProvider, CancellationToken, Task> RunAsync);

/// <summary>A start that cannot go on for a reason the operator can mend: printed as one sentence, never as a stack.</summary>
public sealed class StartRefusedException(string sentence) : Exception(sentence);

internal static class StartSteps
{
    public static IServiceCollection AddStartStep(
        this IServiceCollection services, string says, Func<IServiceProvider, CancellationToken, Task> run) =>
        services.AddSingleton(new StartStep(says, run));
}
