using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Print;

/// <summary>Who prints reports as PDF; nobody unless it is said.</summary>
public sealed class PapersOptions
{
    public const string Section = "Papers";

    /// <summary>The path of a Chromium or Chrome. Without one reports are printed from the browser of who reads them.</summary>
    public string? Chromium { get; set; }

    /// <summary>Chromium's own sandbox, which it refuses as root: run the site as another user rather than switch it off.</summary>
    public bool ChromiumSandbox { get; set; } = true;

    /// <summary>After which a printing is broken off.</summary>
    [Range(5, 600)]
    public int PrintSeconds { get; set; } = 60;

    /// <summary>How many wait while one is printed; whoever comes then is asked to come again.</summary>
    [Range(0, 100)]
    public int MostWaiting { get; set; } = 8;

    public bool IsThere => string.IsNullOrWhiteSpace(Chromium) || (Path.IsPathFullyQualified(Chromium) && File.Exists(Chromium));
}
