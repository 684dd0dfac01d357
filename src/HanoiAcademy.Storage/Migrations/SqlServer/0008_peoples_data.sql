-- What was done with people's data: what, how much, for what reason. Nothing here says to whom.
CREATE TABLE DataActs (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Wall bigint NOT NULL,
    Act nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Reason nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Quantity bigint NOT NULL,
    DoneBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL
);

-- IDataActs.Of
CREATE INDEX IX_DataActs_AgencyId ON DataActs (AgencyId);

-- Accounts that were erased, by the hash of their id, so that one that comes back out of a backup is known.
CREATE TABLE ErasedAccounts (
    AccountSha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    ErasedWall bigint NOT NULL
);
