namespace HanoiAcademy.Content.Markdown.Treaties;

/// <summary>The treaties that <c>&lt;name:article&gt;</c> may cite.</summary>
public enum Treaty
{
    /// <summary>UN Convention against Cybercrime (Hanoi Convention).</summary>
    Uncc,

    /// <summary>Convention on Cybercrime (Budapest Convention).</summary>
    Budapest,

    /// <summary>UN Convention against Transnational Organized Crime.</summary>
    Untoc,

    /// <summary>UN Convention against Corruption.</summary>
    Uncac,
}
