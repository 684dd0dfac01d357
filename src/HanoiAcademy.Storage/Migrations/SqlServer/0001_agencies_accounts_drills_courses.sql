-- Times are microseconds since 1970 UTC; drill times (At) are milliseconds of drill time.
-- What is looked up or sorted is compared letter by letter whatever the database's own collation, as SQLite does it. Lengths: an index
-- takes 1700 bytes, a clustered one 900, at two bytes a letter; each is above what the site lets in.

CREATE TABLE Agencies (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Slug nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    Name nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NameKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    Created bigint NOT NULL
);

CREATE TABLE Accounts (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    UserName nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NormalizedUserName nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    DisplayName nvarchar(200) NOT NULL,
    Language nvarchar(35) COLLATE Latin1_General_100_BIN2 NULL,
    PasswordHash nvarchar(max) NULL,
    MustChangePassword bit NOT NULL,
    Disabled bit NOT NULL,
    SecurityStamp nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ConcurrencyStamp nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    LockoutEnabled bit NOT NULL,
    LockoutEnd bigint NULL,
    AccessFailedCount int NOT NULL,
    TwoFactorEnabled bit NOT NULL,
    AuthenticatorKey nvarchar(max) NULL,
    RecoveryCodeHashes nvarchar(max) NOT NULL,
    Created bigint NOT NULL
);

-- IAccountDirectory.InAgency
CREATE INDEX IX_Accounts_AgencyId ON Accounts (AgencyId);

CREATE TABLE Passkeys (
    CredentialId varbinary(1023) NOT NULL PRIMARY KEY NONCLUSTERED,
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    PublicKey varbinary(max) NOT NULL,
    Name nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    Created bigint NOT NULL,
    SignCount bigint NOT NULL,
    Transports nvarchar(200) NULL,
    IsUserVerified bit NOT NULL,
    IsBackupEligible bit NOT NULL,
    IsBackedUp bit NOT NULL,
    AttestationObject varbinary(max) NOT NULL,
    ClientDataJson varbinary(max) NOT NULL
);

-- AccountStore.GetPasskeysAsync
CREATE INDEX IX_Passkeys_AccountId ON Passkeys (AccountId);

CREATE TABLE Memberships (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Role nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Role IN ('trainee', 'instructor', 'administrator')),
    PRIMARY KEY (AccountId, AgencyId, Role)
);

-- IMemberships.InAgency, IAccountDirectory.InAgency
CREATE INDEX IX_Memberships_AgencyId ON Memberships (AgencyId);

CREATE TABLE Invitations (
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Kind nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Kind IN ('join', 'first-administrator', 'reset')),
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Role nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Role IN ('trainee', 'instructor', 'administrator')),
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Created bigint NOT NULL,
    Expires bigint NOT NULL,
    UsedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    UsedWall bigint NULL
);

-- IInvitations.ListUsable
CREATE INDEX IX_Invitations_AgencyId ON Invitations (AgencyId);

CREATE TABLE ApiTokens (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Name nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Created bigint NOT NULL,
    Expires bigint NOT NULL,
    LastUsed bigint NULL
);

-- IApiTokens.Of
CREATE INDEX IX_ApiTokens_AccountId ON ApiTokens (AccountId);

CREATE TABLE IdempotencyKeys (
    Owner nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Route nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RequestKey nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RequestSha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Claimed bigint NOT NULL,
    Status int NULL,
    ContentType nvarchar(200) NULL,
    Body varbinary(max) NULL,
    PRIMARY KEY (Owner, Route, RequestKey)
);

-- IIdempotencyKeys.Prune
CREATE INDEX IX_IdempotencyKeys_Claimed ON IdempotencyKeys (Claimed);

CREATE TABLE Content (
    Sha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Bytes varbinary(max) NOT NULL
);

CREATE TABLE Drills (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    ExerciseId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    ScenarioId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    ContentSha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Content (Sha256),
    Status nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Status IN ('lobby', 'running', 'paused', 'ended')),
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall bigint NOT NULL,
    JoinCode nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    GuestsAllowed bit NOT NULL,
    AfterCrash nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (AfterCrash IN ('pause', 'go-on')),
    IsDemo bit NOT NULL,
    LeaseUntilAt bigint NOT NULL,
    LeaseWall bigint NULL,
    EndedWall bigint NULL
);

-- IDrillCatalog.FindByJoinCode; a code is free again when its drill has ended
CREATE UNIQUE INDEX UX_Drills_JoinCode ON Drills (JoinCode) WHERE Status <> 'ended';

-- IDrillCatalog.ListVisibleTo
CREATE INDEX IX_Drills_AgencyId ON Drills (AgencyId);

-- IDrillCatalog.ListNotEnded
CREATE INDEX IX_Drills_Status ON Drills (Status);

CREATE TABLE DrillAgencies (
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Drills (Id),
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    PRIMARY KEY (DrillId, AgencyId)
);

CREATE TABLE DrillSeats (
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Drills (Id),
    Seat nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    GuestName nvarchar(200) NULL,
    RejoinWordHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Since bigint NOT NULL,
    PRIMARY KEY (DrillId, Seat),
    CHECK ((AccountId IS NULL AND GuestName IS NOT NULL) OR (AccountId IS NOT NULL AND GuestName IS NULL))
);

-- ISeatingPlan.SeatsOf, IDrillCatalog.ListVisibleTo
CREATE INDEX IX_DrillSeats_AccountId ON DrillSeats (AccountId);

CREATE TABLE DrillLog (
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Drills (Id),
    Version bigint NOT NULL CHECK (Version > 0),
    CommandId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Seat nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At bigint NOT NULL,
    Wall bigint NOT NULL,
    Events nvarchar(max) NOT NULL,
    PRIMARY KEY (DrillId, Version),
    UNIQUE (DrillId, Seat, CommandId)
);

CREATE TABLE LessonProgress (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Course nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Lesson nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ContentVersion nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Opened bigint NOT NULL,
    Completed bigint NULL,
    PRIMARY KEY (AccountId, Course, Lesson, ContentVersion)
);

CREATE TABLE QuizAnswers (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Course nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Lesson nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Question nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ContentVersion nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Attempt int NOT NULL CHECK (Attempt > 0),
    Chosen nvarchar(max) NOT NULL,
    Points int NOT NULL,
    Correct bit NOT NULL,
    At bigint NOT NULL,
    AnswerKey nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (AccountId, Course, Lesson, Question, ContentVersion, Attempt),
    UNIQUE (AccountId, AnswerKey)
);

CREATE TABLE LearnerTexts (
    AccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Course nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Block nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Body nvarchar(max) NOT NULL,
    Updated bigint NOT NULL,
    PRIMARY KEY (AccountId, Course, Block)
);
