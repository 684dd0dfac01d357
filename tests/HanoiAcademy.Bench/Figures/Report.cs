using System.Globalization;

namespace HanoiAcademy.Bench.Figures;

internal static class Report
{
    private const double Wanted = 0.5;

    public static void Print(TextWriter output, BenchOptions options, Result academy, Result bare)
    {
        Line(output, "", "academy", "bare hub", "ratio");
        output.WriteLine($"Latency at {options.Rate} command(s) a second in each drill, ms");
        Times(output, "  from the acceptance", academy.Latency.SinceAccepted, bare.Latency.SinceAccepted);
        Times(output, "  from the sending", academy.Latency.SinceSent, bare.Latency.SinceSent);
        output.WriteLine("As fast as acknowledged");
        Row(output, "  deliveries a second", academy.DeliveriesASecond, bare.DeliveriesASecond);
        Row(output, "  commands a second", academy.CommandsASecond, bare.CommandsASecond);
        Row(output, "  p99 from the acceptance, ms", academy.Sustained.SinceAccepted.Percentile(0.99), bare.Sustained.SinceAccepted.Percentile(0.99));
        Row(output, "  server time a delivery, us", academy.ProcessorADelivery, bare.ProcessorADelivery);
        Row(output, "  bytes a delivery", academy.BytesADelivery, bare.BytesADelivery);
        Row(output, "  measured for, s", academy.SustainedFor.TotalSeconds, bare.SustainedFor.TotalSeconds);
        output.WriteLine("A connection");
        Row(output, "  received in the whole run, bytes", academy.BytesAConnection, bare.BytesAConnection);
        Row(output, "  server memory, KiB", academy.MemoryAConnection / 1024, bare.MemoryAConnection / 1024);
        Row(output, "Deliveries lost", academy.Lost, bare.Lost);
        var ratio = academy.DeliveriesASecond / bare.DeliveriesASecond;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Deliveries sustained are {ratio:0.00} of the bare hub's; wanted at 1000 trainees in 20 drills: at least {Wanted:0.00}. {(ratio >= Wanted ? "Reached." : "NOT reached.")}"));
    }

    private static void Times(TextWriter output, string what, Histogram academy, Histogram bare)
    {
        Row(output, $"{what}, p50", academy.Percentile(0.5), bare.Percentile(0.5));
        Row(output, $"{what}, p99", academy.Percentile(0.99), bare.Percentile(0.99));
        Row(output, $"{what}, max", academy.Longest, bare.Longest);
    }

    private static void Row(TextWriter output, string what, double academy, double bare) =>
        Line(output, what, Number(academy), Number(bare), bare > 0 ? (academy / bare).ToString("0.00", CultureInfo.InvariantCulture) : "-");

    private static string Number(double n) => n.ToString(Math.Abs(n) >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture);

    private static void Line(TextWriter output, string what, string academy, string bare, string ratio) =>
        output.WriteLine($"{what,-38}{academy,12}{bare,12}{ratio,9}");
}
