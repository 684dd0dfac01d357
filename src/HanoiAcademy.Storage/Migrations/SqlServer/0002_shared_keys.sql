-- The data-protection keys of an academy on several nodes: what one of them signs, all must read.
CREATE TABLE DataProtectionKeys (
    FriendlyName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Xml nvarchar(max) NOT NULL
);
