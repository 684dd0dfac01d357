return await HanoiAcademy.Server.AcademyHost.RunAsync(args);
