using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace HanoiAcademy.Browser.Tests.Support;

/// <summary>One person at one browser, and all that reached it: what a page hides its wire may still have told.</summary>
public sealed class Visitor
{
    private readonly ConcurrentQueue<string> _received = [];
    private readonly ConcurrentQueue<string> _errors = [];

    public Visitor(IPage page)
    {
        Page = page;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => _received.Enqueue(frame.Text ?? "");
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Every frame the live line brought, and the page as it stands.</summary>
    public async Task<string> AllReceivedAsync() => string.Join('\n', _received) + await Page.ContentAsync();

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>The addresses that a page links to in its own part.</summary>
    public async Task<string[]> LinksAsync(string address)
    {
        await Page.GotoAsync(address);
        return await Page.Locator("main a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
    }

    /// <param name="lands">Where he is next; null: anywhere but at the sign-in.</param>
    public async Task SignInAsync(string userName, string? lands = null)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.Locator("main input[name=UserName], main input[name='Input.UserName']").FillAsync(userName);
        await Page.Locator("main input[type=password]").FillAsync(AcademySite.Password);
        await Page.Locator("main form button[type=submit]").First.ClickAsync();
        if (lands is null)
            await Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        else
            await Page.WaitForURLAsync(lands);
    }

    /// <summary>Launches D1 with simulated players for empty seats and guests allowed; ends on the control page. Returns the join code.</summary>
    public async Task<string> LaunchAsync(string title)
    {
        await Page.GotoAsync("/drills/launch");
        await Page.Locator("#scenario").SelectOptionAsync("invoice-at-dawn");
        await Page.Locator("#title").FillAsync(title);
        await Page.Locator("input[name='Input.Guests']").CheckAsync();
        await Page.Locator("input[name='Input.SimulateEmptySeats']").CheckAsync();
        await Page.Locator("main form button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync("**/drills/*/control");
        return (await Page.Locator("#seats p strong").First.InnerTextAsync()).Trim();
    }

    /// <summary>Takes the seat as a guest and enters the room.</summary>
    public async Task JoinAsync(string code, string seat, string name)
    {
        await Page.GotoAsync("/join?code=" + Uri.EscapeDataString(code));
        await Page.Locator("#guest").FillAsync(name);
        await Page.Locator($"input[name=seat][value='{seat}']").CheckAsync();
        await Page.Locator("main form button[type=submit]").First.ClickAsync();
        await Page.Locator("#rejoin-word").WaitForAsync();
        await Page.Locator("main a.btn-primary").ClickAsync();
        await Expect(Link).ToContainTextAsync("live");
    }

    public ILocator Link => Page.GetByTestId("link");

    public ILocator State => Page.GetByTestId("state");

    public ILocator Slot => Page.GetByTestId("slot");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Row(string subject) => Page.Locator(".feed-row", new() { HasText = subject });

    public Task GoAsync(string place) => Page.Locator(".places button", new() { HasText = place }).ClickAsync();

    /// <summary>A new draft at the desk; its kind is asked first.</summary>
    public async Task NewRequestAsync(string kind)
    {
        await Button("New request").ClickAsync();
        await Page.Locator(".kinds").GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
    }

    public static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
