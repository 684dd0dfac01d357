-- A new role, author, between trainee and instructor. SQLite changes no CHECK of a table that is there: both tables are made anew.
CREATE TABLE MembershipsBefore (
    AccountId TEXT NOT NULL,
    AgencyId  TEXT NOT NULL,
    Role      TEXT NOT NULL
) STRICT;
INSERT INTO MembershipsBefore (AccountId, AgencyId, Role) SELECT AccountId, AgencyId, Role FROM Memberships;
DROP TABLE Memberships;
CREATE TABLE Memberships (
    AccountId TEXT NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    AgencyId  TEXT NOT NULL REFERENCES Agencies (Id),
    Role      TEXT NOT NULL CHECK (Role IN ('trainee', 'author', 'instructor', 'administrator')),
    PRIMARY KEY (AccountId, AgencyId, Role)
) STRICT;
INSERT INTO Memberships (AccountId, AgencyId, Role) SELECT AccountId, AgencyId, Role FROM MembershipsBefore;
DROP TABLE MembershipsBefore;

-- IMemberships.InAgency, IAccountDirectory.InAgency
CREATE INDEX IX_Memberships_AgencyId ON Memberships (AgencyId);

CREATE TABLE InvitationsBefore (
    TokenHash TEXT    NOT NULL,
    Kind      TEXT    NOT NULL,
    AgencyId  TEXT    NOT NULL,
    Role      TEXT    NOT NULL,
    AccountId TEXT    NULL,
    CreatedBy TEXT    NULL,
    Created   INTEGER NOT NULL,
    Expires   INTEGER NOT NULL,
    UsedBy    TEXT    NULL,
    UsedWall  INTEGER NULL
) STRICT;
INSERT INTO InvitationsBefore (TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall)
SELECT TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall FROM Invitations;
DROP TABLE Invitations;
CREATE TABLE Invitations (
    TokenHash TEXT    NOT NULL PRIMARY KEY,
    Kind      TEXT    NOT NULL CHECK (Kind IN ('join', 'first-administrator', 'reset')),
    AgencyId  TEXT    NOT NULL REFERENCES Agencies (Id),
    Role      TEXT    NOT NULL CHECK (Role IN ('trainee', 'author', 'instructor', 'administrator')),
    AccountId TEXT    NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    CreatedBy TEXT    NULL,
    Created   INTEGER NOT NULL,
    Expires   INTEGER NOT NULL,
    UsedBy    TEXT    NULL,
    UsedWall  INTEGER NULL
) STRICT;
INSERT INTO Invitations (TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall)
SELECT TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall FROM InvitationsBefore;
DROP TABLE InvitationsBefore;

-- IInvitations.ListUsable
CREATE INDEX IX_Invitations_AgencyId ON Invitations (AgencyId);

-- A scenario that authors of an agency write, private to it. Version: the number of the one that counts.
CREATE TABLE Contributions (
    Id          TEXT    NOT NULL PRIMARY KEY,
    AgencyId    TEXT    NOT NULL REFERENCES Agencies (Id),
    Title       TEXT    NOT NULL,
    Version     INTEGER NOT NULL CHECK (Version > 0),
    CreatedBy   TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall INTEGER NOT NULL
) STRICT;

-- IContributions.ListVisibleTo, and how many an agency has
CREATE INDEX IX_Contributions_AgencyId ON Contributions (AgencyId);

-- Never changed once written. Sha256: the folder's ZIP. Changes, Losses: JSON of what it says to people.
CREATE TABLE ContributionVersions (
    ContributionId TEXT    NOT NULL REFERENCES Contributions (Id),
    Number         INTEGER NOT NULL CHECK (Number > 0),
    Sha256         TEXT    NOT NULL REFERENCES Content (Sha256),
    Bytes          INTEGER NOT NULL,
    ScenarioId     TEXT    NOT NULL,
    Origin         TEXT    NOT NULL CHECK (Origin IN ('folder', 'import', 'workbook', 'edit', 'restored')),
    FileName       TEXT    NOT NULL,
    Changes        TEXT    NOT NULL,
    Losses         TEXT    NULL,
    Errors         INTEGER NOT NULL,
    Warnings       INTEGER NOT NULL,
    MadeBy         TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    MadeWall       INTEGER NOT NULL,
    PRIMARY KEY (ContributionId, Number)
) STRICT;

-- What simulated players found in a version; asked for again it is played anew.
CREATE TABLE ContributionRehearsals (
    ContributionId TEXT    NOT NULL,
    Number         INTEGER NOT NULL,
    Status         TEXT    NOT NULL CHECK (Status IN ('waiting', 'running', 'done', 'failed')),
    Runs           INTEGER NOT NULL,
    Played         INTEGER NOT NULL,
    Attempts       INTEGER NOT NULL,
    Findings       TEXT    NOT NULL,
    PageSha256     TEXT    NULL,
    AskedWall      INTEGER NOT NULL,
    SeenWall       INTEGER NOT NULL,
    PRIMARY KEY (ContributionId, Number),
    FOREIGN KEY (ContributionId, Number) REFERENCES ContributionVersions (ContributionId, Number)
) STRICT;

-- IRehearsals.TakeNext
CREATE INDEX IX_ContributionRehearsals_Status ON ContributionRehearsals (Status);

-- How an agency's spreadsheets are to be read. Mapping: JSON. NameKey: the name in capitals.
CREATE TABLE ImportTemplates (
    AgencyId  TEXT    NOT NULL REFERENCES Agencies (Id),
    Id        TEXT    NOT NULL,
    Name      TEXT    NOT NULL,
    NameKey   TEXT    NOT NULL,
    Mapping   TEXT    NOT NULL,
    SavedWall INTEGER NOT NULL,
    PRIMARY KEY (AgencyId, Id),
    UNIQUE (AgencyId, NameKey)
) STRICT;

-- Files that wait until somebody says how to read them, or that he wants what they change; forgotten after some days.
CREATE TABLE ContributionUploads (
    Id             TEXT    NOT NULL PRIMARY KEY,
    AgencyId       TEXT    NOT NULL REFERENCES Agencies (Id),
    AccountId      TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    ContributionId TEXT    NULL,
    BaseNumber     INTEGER NULL,
    FileName       TEXT    NOT NULL,
    Bytes          BLOB    NOT NULL,
    Choices        TEXT    NOT NULL,
    UploadedWall   INTEGER NOT NULL
) STRICT;

-- IUploads.Keep: how many an account has
CREATE INDEX IX_ContributionUploads_AccountId ON ContributionUploads (AccountId);

-- IUploads.Prune
CREATE INDEX IX_ContributionUploads_UploadedWall ON ContributionUploads (UploadedWall);
