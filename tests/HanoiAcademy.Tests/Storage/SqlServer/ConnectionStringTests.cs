using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database.SqlServer;
using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Tests.Storage.SqlServer;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData(null, "is empty")]
    [InlineData(" ", "is empty")]
    [InlineData("Database=academy;Password=sesame", "names no server")]
    [InlineData("Server=db.example;Password=sesame", "names no database")]
    [InlineData("Server=db.example;Database=academy;Password=open;sesame=1", "cannot be read")]
    [InlineData("Server=db.example;Database=academy;Password=open;sesame", "cannot be read")]
    [InlineData("Server=db.example;Database=academy;Encrypt=sesame", "cannot be read")]
    public void A_connection_string_that_cannot_be_used_is_refused_in_one_sentence_without_its_password(string? text, string says)
    {
        var refused = Should.Throw<StorageException>(() => new SqlServerConnections(text));
        refused.Message.ShouldContain(says);
        refused.ToString().ShouldNotContain("sesame");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";Encrypt=false", false)]
    [InlineData(";Encrypt=true", true)]
    public void The_line_is_encrypted_unless_the_string_says_otherwise(string tail, bool encrypted)
    {
        var text = SqlServerConnections.Complete($"Server=db.example;Database=academy{tail}");
        new SqlConnectionStringBuilder(text).Encrypt.ShouldBe(encrypted);
    }

    [Theory]
    [InlineData("Server=127.0.0.1,9;Database=academy;Connect Timeout=2;User ID=a;Password=sesame")]
    [InlineData("Server=nowhere.invalid;Database=academy;Connect Timeout=2;User ID=a;Password=sesame")]
    public async Task A_server_that_is_not_there_is_said_at_the_start_in_one_sentence(string text)
    {
        await using var academy = SqlServerAcademy.In(text);
        var refused = Should.Throw<StorageException>(academy.Get<IAgencies>);
        refused.Message.ShouldContain("cannot be reached");
        refused.Message.ShouldMatch("^The database server [^\n]*\\.$");
        refused.ToString().ShouldNotContain("sesame");
    }
}
