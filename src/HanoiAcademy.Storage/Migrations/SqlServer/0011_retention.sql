-- How long an agency keeps what; a rule that is not here keeps everything.
CREATE TABLE RetentionRules (
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Kind IN ('guest-names', 'seat-names', 'answers', 'idle-accounts', 'drills')),
    Months int NOT NULL CHECK (Months > 0),
    SetWall bigint NOT NULL,
    SetBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    PRIMARY KEY (AgencyId, Kind)
);

-- What is due to go, and on how many days the site has seen that it is: a clock that jumps adds one day, not a year. Item: a drill or an account.
CREATE TABLE RetentionListed (
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Item nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DaysSeen int NOT NULL,
    LastDay bigint NOT NULL,
    PRIMARY KEY (AgencyId, Kind, Item)
);

-- Who looked for an agency on a day (days since 1970 UTC): one node alone does.
CREATE TABLE RetentionRuns (
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Day bigint NOT NULL,
    PRIMARY KEY (AgencyId, Day)
);

-- Drills that no rule touches.
CREATE TABLE DrillHolds (
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY REFERENCES Drills (Id),
    Reason nvarchar(max) NOT NULL,
    HeldBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    HeldWall bigint NOT NULL
);

-- When an account was last in use, to the day.
CREATE TABLE AccountUse (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY REFERENCES Accounts (Id) ON DELETE CASCADE,
    LastUsedWall bigint NOT NULL
);
