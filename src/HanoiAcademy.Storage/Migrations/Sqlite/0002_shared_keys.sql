-- The data-protection keys of an academy on several nodes: what one of them signs, all must read.
CREATE TABLE DataProtectionKeys (
    FriendlyName TEXT NOT NULL PRIMARY KEY,
    Xml          TEXT NOT NULL
) STRICT;
