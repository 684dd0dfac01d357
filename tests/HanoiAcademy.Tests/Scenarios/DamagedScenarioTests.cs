using System.Text;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>A scenario damaged at random: reading it never throws, and what checks without an error also plays and pins.</summary>
public sealed class DamagedScenarioTests
{
    private static readonly IReadOnlyList<ContentFile> Files = ContentFolderReader.Read(ScenarioFolders.WholePath, ScenarioFolders.Whole, new ProblemList())!.Files;
    private static readonly string[] Spoilers = ["", "[", "}", "\"", "9", "-1", ": ", "all", "~", "{}", "99999999999", "é", "\t", "port", "lapsed"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_is_refused_with_problems_or_it_plays(int seed)
    {
        var random = new Random(seed);
        int refused = 0, played = 0;
        for (var n = 0; n < 100; n++)
        {
            var files = Files.Select(f => new ContentFile(f.Path, f.Bytes)).ToList();
            for (var hits = random.Next(1, 3); hits > 0; hits--)
                Damage(files, random);

            var problems = new ProblemList();
            var scenario = ScenarioReader.Read(new ContentFolder(ScenarioFolders.Whole, files, FolderLimits.Default), problems);

            (scenario is null).ShouldBe(problems.HasErrors);
            problems.ShouldAllBe(p => p.File.Length > 0 && p.Line > 0 && p.Code.Length > 0 && p.Message.Length > 0);
            if (scenario is null)
            {
                refused++;
                continue;
            }

            played++;
            Rehearsal.Run(scenario, n).ShouldNotBeEmpty();
            var pinned = PinnedScenario.Of(scenario);
            PinnedScenario.Of(PinnedScenario.Read(pinned.Bytes).Scenario).Sha256.ShouldBe(pinned.Sha256);
        }

        // Otherwise the damage is too small or too great to show anything.
        refused.ShouldBeGreaterThan(20);
        played.ShouldBeGreaterThan(5);
    }

    private static void Damage(List<ContentFile> files, Random random)
    {
        // The scenario itself half the time: most of the language stands there.
        var at = random.Next(2) == 0 ? files.FindIndex(f => f.Path == ScenarioReader.MainFile) : random.Next(files.Count);
        if (at < 0)
            return;
        if (random.Next(20) == 0)
        {
            files.RemoveAt(at);
            return;
        }

        var lines = Encoding.UTF8.GetString(files[at].Bytes.Span).Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[line]);
                break;
            case 2:
                var words = lines[line].Split(' ');
                words[random.Next(words.Length)] = Spoilers[random.Next(Spoilers.Length)];
                lines[line] = string.Join(' ', words);
                break;
            default:
                lines[line] = new string([.. lines[line].Select(c => char.IsAsciiDigit(c) && random.Next(2) == 0 ? (char)('0' + random.Next(10)) : c)]);
                break;
        }

        files[at] = new(files[at].Path, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
