using HanoiAcademy.Storage.Database;
using Microsoft.Extensions.Hosting;

namespace HanoiAcademy.Storage;

/// <summary>Asks for the database, so that its trouble is said at the start and not at the first visitor.</summary>
internal sealed class StorageStart(IDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        database.Read(session => session.Number("SELECT COUNT(*) FROM Meta"), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
