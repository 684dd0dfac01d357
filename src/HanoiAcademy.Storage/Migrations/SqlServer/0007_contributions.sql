-- A new role, author, between trainee and instructor. The CHECKs have no name of ours by which they could be dropped: both tables are made anew.
CREATE TABLE MembershipsBefore (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Role nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL
);
INSERT INTO MembershipsBefore (AccountId, AgencyId, Role) SELECT AccountId, AgencyId, Role FROM Memberships;
DROP TABLE Memberships;
CREATE TABLE Memberships (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Role nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Role IN ('trainee', 'author', 'instructor', 'administrator')),
    PRIMARY KEY (AccountId, AgencyId, Role)
);
INSERT INTO Memberships (AccountId, AgencyId, Role) SELECT AccountId, AgencyId, Role FROM MembershipsBefore;
DROP TABLE MembershipsBefore;

-- IMemberships.InAgency, IAccountDirectory.InAgency
CREATE INDEX IX_Memberships_AgencyId ON Memberships (AgencyId);

CREATE TABLE InvitationsBefore (
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Role nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Created bigint NOT NULL,
    Expires bigint NOT NULL,
    UsedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    UsedWall bigint NULL
);
INSERT INTO InvitationsBefore (TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall)
SELECT TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall FROM Invitations;
DROP TABLE Invitations;
CREATE TABLE Invitations (
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Kind IN ('join', 'first-administrator', 'reset')),
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Role nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Role IN ('trainee', 'author', 'instructor', 'administrator')),
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Created bigint NOT NULL,
    Expires bigint NOT NULL,
    UsedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    UsedWall bigint NULL
);
INSERT INTO Invitations (TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall)
SELECT TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall FROM InvitationsBefore;
DROP TABLE InvitationsBefore;

-- IInvitations.ListUsable
CREATE INDEX IX_Invitations_AgencyId ON Invitations (AgencyId);

-- A scenario that authors of an agency write, private to it. Version: the number of the one that counts.
CREATE TABLE Contributions (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Title nvarchar(200) NOT NULL,
    Version int NOT NULL CHECK (Version > 0),
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall bigint NOT NULL
);

-- IContributions.ListVisibleTo, and how many an agency has
CREATE INDEX IX_Contributions_AgencyId ON Contributions (AgencyId);

-- Never changed once written. Sha256: the folder's ZIP. Changes, Losses: JSON of what it says to people.
CREATE TABLE ContributionVersions (
    ContributionId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Contributions (Id),
    Number int NOT NULL CHECK (Number > 0),
    Sha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Content (Sha256),
    Bytes bigint NOT NULL,
    ScenarioId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Origin nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Origin IN ('folder', 'import', 'workbook', 'edit', 'restored')),
    FileName nvarchar(200) NOT NULL,
    Changes nvarchar(max) NOT NULL,
    Losses nvarchar(max) NULL,
    Errors int NOT NULL,
    Warnings int NOT NULL,
    MadeBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    MadeWall bigint NOT NULL,
    PRIMARY KEY (ContributionId, Number)
);

-- What simulated players found in a version; asked for again it is played anew.
CREATE TABLE ContributionRehearsals (
    ContributionId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number int NOT NULL,
    Status nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Status IN ('waiting', 'running', 'done', 'failed')),
    Runs int NOT NULL,
    Played int NOT NULL,
    Attempts int NOT NULL,
    Findings nvarchar(max) NOT NULL,
    PageSha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    AskedWall bigint NOT NULL,
    SeenWall bigint NOT NULL,
    PRIMARY KEY (ContributionId, Number),
    FOREIGN KEY (ContributionId, Number) REFERENCES ContributionVersions (ContributionId, Number)
);

-- IRehearsals.TakeNext
CREATE INDEX IX_ContributionRehearsals_Status ON ContributionRehearsals (Status);

-- How an agency's spreadsheets are to be read. Mapping: JSON. NameKey: the name in capitals.
CREATE TABLE ImportTemplates (
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NameKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Mapping nvarchar(max) NOT NULL,
    SavedWall bigint NOT NULL,
    PRIMARY KEY (AgencyId, Id),
    UNIQUE (AgencyId, NameKey)
);

-- Files that wait until somebody says how to read them, or that he wants what they change; forgotten after some days.
CREATE TABLE ContributionUploads (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    ContributionId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    BaseNumber int NULL,
    FileName nvarchar(200) NOT NULL,
    Bytes varbinary(max) NOT NULL,
    Choices nvarchar(max) NOT NULL,
    UploadedWall bigint NOT NULL
);

-- IUploads.Keep: how many an account has
CREATE INDEX IX_ContributionUploads_AccountId ON ContributionUploads (AccountId);

-- IUploads.Prune
CREATE INDEX IX_ContributionUploads_UploadedWall ON ContributionUploads (UploadedWall);
