// One browser at a time: a classroom laptop has two cores, and a test that waits for another's Chromium waits for nothing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(HanoiAcademy.Browser.Tests.Support.Chromium))]
