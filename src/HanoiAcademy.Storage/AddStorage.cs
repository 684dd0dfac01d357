using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using HanoiAcademy.Storage.Database.SqlServer;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Figures;
using HanoiAcademy.Storage.Idempotency;
using HanoiAcademy.Storage.Improvements;
using HanoiAcademy.Storage.Keys;
using HanoiAcademy.Storage.People;
using HanoiAcademy.Storage.Pinned;
using HanoiAcademy.Storage.Retention;
using HanoiAcademy.Storage.Scenarios;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Storage;

public static class AddStorage
{
    /// <summary>
    /// The ports, over the database that <see cref="StorageOptions"/> names. It is opened and migrated when the host starts, or
    /// when the first port is asked for; a <see cref="StorageException"/> then is for the operator.
    /// </summary>
    public static IServiceCollection AddAcademyStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Configure(options => options.ConnectionString = configuration.GetConnectionString("Academy"))
            .ValidateDataAnnotations()
            .Validate(
                options => !options.SharedFile || options.Provider == StorageOptions.Sqlite,
                "Storage:SharedFile is for tests with SQLite: take it out, or set Storage:Provider to Sqlite.")
            .ValidateOnStart();
        services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<IOptions<StorageOptions>>() is { Value.Provider: StorageOptions.SqlServer } options
            ? new SqlServerDatabase(options)
            : new SqliteDatabase(provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton(provider => new StorageProbe(provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<StorageStart>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<IAgencies, AgencyList>();
        services.AddSingleton<IMemberships, Memberships>();
        services.AddSingleton<IInvitations, Invitations>();
        services.AddSingleton<IAccountDirectory, AccountDirectory>();
        services.AddSingleton<IApiTokens, ApiTokens>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddSingleton<IDrillLog, DrillLog>();
        services.AddSingleton<IDrillCatalog, DrillCatalog>();
        services.AddSingleton<IExercises, Exercises>();
        services.AddSingleton<IExerciseBroadcasts, ExerciseBroadcasts>();
        services.AddSingleton<ISeatingPlan, SeatingPlan>();
        services.AddSingleton<IClosedScenarios, ClosedScenarios>();
        services.AddSingleton<IDrillControllers, DrillControllers>();
        services.AddSingleton<IContentStore, ContentStore>();
        services.AddSingleton<IContributions, ContributionList>();
        services.AddSingleton<IRehearsals, Rehearsals>();
        services.AddSingleton<IImportTemplates, ImportTemplates>();
        services.AddSingleton<IUploads, Uploads>();
        services.AddSingleton<ILearnerProgress, LearnerProgress>();
        services.AddSingleton<IIdempotencyKeys, IdempotencyKeys>();
        services.AddSingleton<IKeyRing, KeyRing>();
        services.AddSingleton<IPeoplesData, PeoplesData>();
        services.AddSingleton<IDataActs, DataActs>();
        services.AddSingleton<IFigures, FigureStore>();
        services.AddSingleton<IRetention, RetentionStore>();
        services.AddSingleton<IImprovements, Improvements.Improvements>();
        services.AddHostedService<KeyPruning>();
        return services;
    }
}
