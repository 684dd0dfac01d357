namespace HanoiAcademy.Storage.Contributions;

/// <summary>What became of something that was to be kept.</summary>
public enum KeepAnswer
{
    Kept,

    /// <summary>There is none, or no longer.</summary>
    Gone,

    /// <summary>Somebody else has changed it meanwhile: nothing was written, look again.</summary>
    Stale,

    /// <summary>There are as many as there may be, or they take as many bytes.</summary>
    Full,

    /// <summary>Another one has this name.</summary>
    NameTaken,
}
