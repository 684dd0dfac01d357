using System.Reflection;
using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Tests.Storage.SqlServer;

/// <summary>The driver lets nobody make its exception; a test without a server has to, whatever the constructors are called this year.</summary>
internal static class SqlFault
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static SqlException Of(int number, byte severity = 14, string message = "It went wrong.\nSecond line.")
    {
        var constructor = typeof(SqlError).GetConstructors(Hidden).First(made => made.GetParameters() is [{ Name: "infoNumber" }, ..] parameters
            && Array.TrueForAll(parameters, parameter => parameter.Name != "win32ErrorCode"));
        var error = constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.Name switch
        {
            "infoNumber" => number,
            "errorState" => (byte)1,
            "errorClass" => severity,
            "errorMessage" => message,
            "lineNumber" => 1,
            "exception" => null,
            _ => (object?)"",
        })]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [errors, "15.0"])!;
    }
}
