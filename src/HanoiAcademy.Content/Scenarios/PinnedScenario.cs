using System.Security.Cryptography;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Content.Scenarios;

/// <summary>
/// A checked scenario as the bytes that a drill is pinned to: texts, briefs and evidence included, so that a replay needs
/// the log and these bytes alone. The same scenario always gives the same bytes, and so the same SHA-256 (lower-case hex).
/// </summary>
public sealed record PinnedScenario(Scenario Scenario, ReadOnlyMemory<byte> Bytes, string Sha256)
{
    public static PinnedScenario Of(Scenario scenario)
    {
        var bytes = DrillJson.ToBytes(scenario);
        return new(scenario, bytes, Hash(bytes));
    }

    /// <summary>Reads what <see cref="Of"/> wrote; throws a <see cref="System.Text.Json.JsonException"/> on anything else.</summary>
    public static PinnedScenario Read(ReadOnlyMemory<byte> bytes) => new(DrillJson.Read<Scenario>(bytes.Span), bytes, Hash(bytes.Span));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
