-- What was done with people's data: what, how much, for what reason. Nothing here says to whom.
CREATE TABLE DataActs (
    Id       TEXT    NOT NULL PRIMARY KEY,
    AgencyId TEXT    NOT NULL REFERENCES Agencies (Id),
    Wall     INTEGER NOT NULL,
    Act      TEXT    NOT NULL,
    Reason   TEXT    NOT NULL,
    Quantity INTEGER NOT NULL,
    DoneBy   TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL
) STRICT;

-- IDataActs.Of
CREATE INDEX IX_DataActs_AgencyId ON DataActs (AgencyId);

-- Accounts that were erased, by the hash of their id, so that one that comes back out of a backup is known.
CREATE TABLE ErasedAccounts (
    AccountSha256 TEXT    NOT NULL PRIMARY KEY,
    ErasedWall    INTEGER NOT NULL
) STRICT;
