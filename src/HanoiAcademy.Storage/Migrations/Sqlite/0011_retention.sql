-- How long an agency keeps what; a rule that is not here keeps everything.
CREATE TABLE RetentionRules (
    AgencyId TEXT    NOT NULL REFERENCES Agencies (Id),
    Kind     TEXT    NOT NULL CHECK (Kind IN ('guest-names', 'seat-names', 'answers', 'idle-accounts', 'drills')),
    Months   INTEGER NOT NULL CHECK (Months > 0),
    SetWall  INTEGER NOT NULL,
    SetBy    TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    PRIMARY KEY (AgencyId, Kind)
) STRICT;

-- What is due to go, and on how many days the site has seen that it is: a clock that jumps adds one day, not a year. Item: a drill or an account.
CREATE TABLE RetentionListed (
    AgencyId TEXT    NOT NULL REFERENCES Agencies (Id),
    Kind     TEXT    NOT NULL,
    Item     TEXT    NOT NULL,
    DaysSeen INTEGER NOT NULL,
    LastDay  INTEGER NOT NULL,
    PRIMARY KEY (AgencyId, Kind, Item)
) STRICT;

-- Who looked for an agency on a day (days since 1970 UTC): one node alone does.
CREATE TABLE RetentionRuns (
    AgencyId TEXT    NOT NULL REFERENCES Agencies (Id),
    Day      INTEGER NOT NULL,
    PRIMARY KEY (AgencyId, Day)
) STRICT;

-- Drills that no rule touches.
CREATE TABLE DrillHolds (
    DrillId  TEXT    NOT NULL PRIMARY KEY REFERENCES Drills (Id),
    Reason   TEXT    NOT NULL,
    HeldBy   TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    HeldWall INTEGER NOT NULL
) STRICT;

-- When an account was last in use, to the day.
CREATE TABLE AccountUse (
    AccountId    TEXT    NOT NULL PRIMARY KEY REFERENCES Accounts (Id) ON DELETE CASCADE,
    LastUsedWall INTEGER NOT NULL
) STRICT;
