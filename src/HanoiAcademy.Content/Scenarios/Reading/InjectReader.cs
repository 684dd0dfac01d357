using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>One file an inject: injects/010-slug.md. Its number orders it, its slug is its id. Another wording of it: injects/010-slug.variant.md.</summary>
internal static partial class InjectReader
{
    /// <summary>A condition's word for the inject's own wording; no variant may be called so.</summary>
    public const string Own = "own";

    public const int MostVariants = 20;

    /// <summary>Variants stand after their inject, in the order of their names.</summary>
    public static IEnumerable<Inject> ReadAll(IEnumerable<string> paths, Binding b)
    {
        // Whether an inject's file name or its variants' sort first, the inject is read first.
        var files = paths.ToLookup(VariantPattern.IsMatch);
        b.UsedFiles.UnionWith(files.SelectMany(f => f));
        var all = files[false].Select(path => Read(path, b)).OfType<Inject>().ToList();
        foreach (var path in files[true])
            if (VariantPattern.Match(path) is var name)
                Variant(path, name.Groups[1].Value, name.Groups[2].Value, all, b);
        return all;
    }

    private static void Variant(string path, string id, string variant, List<Inject> all, Binding b)
    {
        var at = all.FindIndex(i => i.Id == id);
        if (at < 0)
        {
            b.Problems.Add(new(b.Folder.NameOf(path), 1, 1, "variant-alone", $"There is no inject ‘{id}’ beside this variant; name the file as the inject's, with the variant before .md, such as injects/010-{id}.{variant}.md beside injects/010-{id}.md."));
            return;
        }

        if (Front(path, $"{id}.{variant}", "a variant of an inject", b) is not var (item, body))
            return;
        if (variant == Own)
            item.Fields.Wrong("subject", "id-reserved", "‘own’ means the inject's own wording; give the variant another name.");
        if (all[at].Variants.Length == MostVariants)
            item.Fields.Wrong("subject", "too-many", $"An inject may have {MostVariants} variants; take some out.");
        b.Register.Define(Thing.Variant, id + "/" + variant, item.Fields);
        all[at] = all[at] with
        {
            Variants = all[at].Variants.Add(new InjectVariant
            {
                Id = variant,
                For = item.Readers("for"),
                Subject = item.TextOrEmpty("subject"),
                Body = body,
                Attachments = item.ReferEach("attachments", Thing.Evidence),
                Effects = item.Effects("effects"),
                Expected = item.Each("expected", "an expected act", ExpectedReader.Read),
            }),
        };
        item.Fields.NoOtherKeys();
    }

    private static Inject? Read(string path, Binding b)
    {
        if (NamePattern.Match(path) is not { Success: true } name)
        {
            b.Problems.Add(new(b.Folder.NameOf(path), 1, 1, "inject-file-name", "An inject's file is named with a number for the order and an id, such as injects/010-supplier-calls.md; rename it."));
            return null;
        }

        var id = name.Groups[1].Value;
        if (Front(path, id, "an inject", b) is not var (item, body))
            return null;
        b.Register.Define(Thing.Inject, id, item.Fields);
        var inject = Read(item, id, body);
        item.Fields.NoOtherKeys();
        return inject;
    }

    private static (Item Item, Prose Body)? Front(string path, string id, string what, Binding b)
    {
        var file = b.Folder.NameOf(path);
        if (b.Folder.Text(path, b.Problems) is not { } text)
            return null;
        var parts = FrontMatter.Split(text);
        if (parts.Yaml is null)
        {
            b.Problems.Add(new(file, 1, 1, "front-matter-missing", "The file must begin with a line ‘---’, then keys such as title and to, then a line ‘---’ again, then the text."));
            return null;
        }

        b.Translations.TakeHead(path, id);
        return YamlFile.Read(file, parts.Yaml, b.Problems, firstLine: parts.YamlLine) is { } root
            ? (new Item(YamlFields.Of(root, what, b.Problems), b, "injects." + id), b.Translations.With(ProseFile.Of(file, parts.BodyLine, parts.Body, b.Language, b), path))
            : null;
    }

    private static Inject Read(Item i, string id, Prose body)
    {
        var inject = new Inject
        {
            Id = id,
            Title = i.Has("title") ? i.Text("title") : i.Text("subject"),
            At = i.MsOrNull("at"),
            When = i.WhenOrNull("when"),
            After = i.MsOr("after", 0),
            Contingency = i.Fields.Bool("contingency"),
            Chance = i.Fields.IntOrNull("chance", 1, 100) ?? 100,
            To = i.Readers("to", required: true),
            Channel = i.Word("channel", Words.InjectChannel, "mail"),
            Attention = i.Word("attention", Words.Attention, "normal"),
            From = i.ReferOrNull("from", Thing.Contact),
            FromText = i.TextOrEmpty("fromText"),
            Subject = i.Text("subject"),
            Body = body,
            Tlp = i.Word("tlp", Words.Tlp, "GREEN"),
            ReplyTo = i.ReferOrNull("replyTo", Thing.Inject),
            Attachments = i.ReferEach("attachments", Thing.Evidence),
            Effects = i.Effects("effects"),
            Expected = i.Each("expected", "an expected act", ExpectedReader.Read),
            Techniques = TechniquesReader.Read(i),
            Articles = Articles(i),
            Objectives = i.ReferEach("objectives", Thing.Objective),
            Controller = i.Source("controller"),
            Notes = i.Source("notes"),
        };
        if (inject.From is null && inject.FromText.IsEmpty && !i.Has("fromText"))
        {
            i.Problems.Add(i.Fields.At, "inject-sender", $"Nobody sends this inject, so ‘{Defaults.Sender}’ does; write from (a contact who can be answered) or fromText (a name that cannot).", Severity.Warning);
            inject = inject with { FromText = Text.Of(i.Binding.Language, Defaults.Sender) };
        }
        else if (inject.From is not null && !inject.FromText.IsEmpty)
            i.Fields.Wrong("fromText", "inject-sender", "An inject has one sender: from (a contact who can be answered) or fromText (a name that cannot); write one of the two.");
        if (i.Has("after") && inject.When is null)
            i.Fields.Wrong("after", "inject-after", "‘after’ counts from the moment ‘when’ holds; add when, or write the time into at.");
        if (inject.ReplyTo == id)
            i.Fields.Wrong("replyTo", "inject-reply", "An inject cannot answer itself; name the one it answers.");
        return inject;
    }

    private static ImmutableArray<int> Articles(Item i)
    {
        var all = new List<int>();
        foreach (var word in i.Fields.Words("articles"))
        {
            if (int.TryParse(word.Value, out var article) && article is >= 1 and <= 68)
                all.Add(article);
            else
                i.Problems.Add(word.At, "article-unknown", $"The Convention has articles 1 to 68; ‘{word.Value}’ is none of them.");
        }

        return [.. all];
    }

    [GeneratedRegex("^injects/[0-9]+-((?:[a-z0-9]+-)*[a-z0-9]+)\\.([a-z0-9]+(?:-[a-z0-9]+)*)\\.md$")]
    private static partial Regex VariantPattern { get; }

    [GeneratedRegex("^injects/[0-9]+-((?=.{1,60}\\.md$)[a-z0-9]+(?:-[a-z0-9]+)*)\\.md$")]
    private static partial Regex NamePattern { get; }
}
