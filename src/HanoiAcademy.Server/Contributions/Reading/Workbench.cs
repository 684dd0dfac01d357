using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Contributions.Reading;

/// <summary>The node reads as many files as it may already, and as many wait: come back.</summary>
internal sealed class TooBusyException() : Exception("Too many files are being read at this moment.");

/// <summary>Where files of others are read: few at a time and on threads of their own, so that no drill waits for a spreadsheet.</summary>
internal sealed class Workbench(IOptions<ContributionsOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.ReadAtOnce);
    private int _inside;

    /// <exception cref="TooBusyException">There is no place to wait in.</exception>
    public async Task<T> Do<T>(Func<T> work, CancellationToken cancel = default)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > options.Value.ReadAtOnce + options.Value.WaitToBeRead)
                throw new TooBusyException();
            await _places.WaitAsync(cancel);
            try
            {
                return await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _places.Dispose();
}
