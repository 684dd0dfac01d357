using HanoiAcademy.Bench.Load;

// dotnet run -c Release --project tests/HanoiAcademy.Bench [-- load [trainees] [drills] [injects]]
if (args is ["bare-hub", ..])
{
    await BareHub.Serve(args[1..]);
    return 0;
}

if (args is [] or ["load", ..])
{
    var numbers = args.Skip(1).Select(word => int.TryParse(word, out var number) && number > 0 ? number : 0).ToArray();
    if (!numbers.Contains(0) && numbers.Length <= 3)
    {
        await LoadCommand.Run(numbers.ElementAtOrDefault(0) is > 0 and var trainees ? trainees : 1_000, numbers.ElementAtOrDefault(1) is > 0 and var drills ? drills : 20, numbers.ElementAtOrDefault(2) is > 0 and var injects ? injects : 60);
        return 0;
    }
}

Console.Error.WriteLine("Usage: load [trainees, 1000] [drills, 20] [injects a drill, 60]");
return 1;
