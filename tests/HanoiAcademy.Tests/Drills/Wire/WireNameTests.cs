using System.Text.RegularExpressions;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Tests.Drills.Wire;

public sealed partial class WireNameTests
{
    public static TheoryData<Type> Families => [typeof(DrillEvent), typeof(Command), typeof(Condition), typeof(Effect), typeof(ExpectedAct), typeof(ViewRecord)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_kind_has_a_name_of_its_own_on_the_wire(Type family)
    {
        var named = WireKinds.Of(family);

        WireKinds.Subtypes(family).Except(named.Select(k => k.Type)).Select(t => t.Name)
            .ShouldBeEmpty($"Name it on the wire: one line [JsonDerivedType(typeof(…), \"some-words\")] above {family.Name}.");
        named.Select(k => k.Type).ShouldBeUnique();
        named.Select(k => k.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_wire_name_is_a_list_of_words_and_never_a_CLR_name(Type family)
    {
        foreach (var (name, type) in WireKinds.Of(family))
            Words().IsMatch(name).ShouldBeTrue($"{type.Name} is called \"{name}\"; words in small letters with dashes between survive a rename of the type.");
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Words();
}
