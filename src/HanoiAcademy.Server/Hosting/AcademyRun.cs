using HanoiAcademy.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Hosting;

internal static class AcademyRun
{
    /// <summary>Prepares, listens, waits. Returns the exit code: what an operator can mend is one sentence and 1.</summary>
    public static async Task<int> RunAcademyAsync(this WebApplication app)
    {
        var lines = app.Services.GetRequiredService<StartLines>();
        try
        {
            Ports.RefuseIfBusy(app);
            foreach (var step in app.Services.GetServices<StartStep>())
            {
                lines.Write(step.Says);
                await step.RunAsync(app.Services, app.Lifetime.ApplicationStopping);
            }

            await app.StartAsync();
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (StorageException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return 1;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }

        if (Ports.ListensItself(app))
            lines.Write($"Hanoi Academy is ready at {string.Join(" and ", app.Urls)} (Ctrl+C ends it).");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
