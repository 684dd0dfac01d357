using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Courses;

public sealed class DamagedCourseTests
{
    private const string Dirt = "[]{}()<>:#*_`~|!>-\"'\\\n\t &%@x1\u0000\u202E";

    /// <summary>A course that cannot be read must not stop the site, so reading it must not throw, whatever stands in it.</summary>
    [Fact]
    public void Reading_never_throws_whatever_is_damaged()
    {
        var problems = new ProblemList();
        var whole = ContentFolderReader.Read(Path.Combine(CourseFixtureTests.Folder, "whole"), "courses/whole", problems)!;
        var dirt = 0;
        foreach (var file in whole.Files.Where(f => !f.Path.EndsWith(".svg", StringComparison.Ordinal)))
        {
            var text = whole.Text(file.Path, problems)!;
            for (var at = 0; at < text.Length; at += 2)
            {
                // One letter put in, one taken out, or the rest cut off: every kind of place meets every kind of slip.
                var letter = Dirt[dirt++ % Dirt.Length];
                var damaged = (dirt % 3) switch
                {
                    0 => text.Insert(at, letter.ToString()),
                    1 => text.Remove(at, 1),
                    _ => text[..at] + letter,
                };
                var files = whole.Files.Select(f => f.Path == file.Path ? f with { Bytes = System.Text.Encoding.UTF8.GetBytes(damaged) } : f);
                var found = new ProblemList();
                var edition = Should.NotThrow(() => CourseReader.Read(new ContentFolder("courses/whole", files, FolderLimits.Default), found), $"{file.Path} at {at}");
                (edition is null).ShouldBe(found.HasErrors);
            }
        }

        dirt.ShouldBeGreaterThan(500);
    }
}
