-- Who was made a controller of a drill, and as what; where he then sits is a line of DrillSeats. Team: of a local controller. Role "dismissed" keeps out whom a link would let in again.
CREATE TABLE DrillControllers (
    DrillId     TEXT    NOT NULL REFERENCES Drills (Id),
    AccountId   TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Role        TEXT    NOT NULL,
    Team        TEXT    NULL,
    AppointedBy TEXT    NULL,
    Since       INTEGER NOT NULL,
    PRIMARY KEY (DrillId, AccountId)
) STRICT;

-- IDrillCatalog.ListVisibleTo
CREATE INDEX IX_DrillControllers_AccountId ON DrillControllers (AccountId);
