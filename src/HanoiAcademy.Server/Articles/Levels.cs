using HanoiAcademy.Content.Reference;

namespace HanoiAcademy.Server.Articles;

internal static class Levels
{
    /// <summary>a to d: in classes and in the names of sentences.</summary>
    public static char Letter(VerificationLevel level) => (char)('a' + (int)level);
}
