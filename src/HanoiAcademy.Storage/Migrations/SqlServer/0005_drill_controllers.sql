-- Who was made a controller of a drill, and as what; where he then sits is a line of DrillSeats. Team: of a local controller. Role "dismissed" keeps out whom a link would let in again.
CREATE TABLE DrillControllers (
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Drills (Id),
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Role nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Team nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    AppointedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Since bigint NOT NULL,
    PRIMARY KEY (DrillId, AccountId)
);

-- IDrillCatalog.ListVisibleTo
CREATE INDEX IX_DrillControllers_AccountId ON DrillControllers (AccountId);
