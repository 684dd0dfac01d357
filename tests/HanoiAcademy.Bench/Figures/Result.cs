namespace HanoiAcademy.Bench.Figures;

/// <summary>What was measured of one server. Lost: deliveries that had not come ten seconds after the last command.</summary>
internal sealed record Result(
    Measurement.Tally Latency, Measurement.Tally Sustained, TimeSpan SustainedFor, long BytesReceived, long MemoryBefore, long MemoryAfter, int Connections, int Lost,
    TimeSpan ServerTime)
{
    public double DeliveriesASecond => Sustained.Deliveries / SustainedFor.TotalSeconds;

    public double CommandsASecond => Sustained.Commands / SustainedFor.TotalSeconds;

    public double BytesAConnection => (double)BytesReceived / Connections;

    public double BytesADelivery => (double)Sustained.Bytes / Math.Max(1, Sustained.Deliveries);

    public double MemoryAConnection => (double)(MemoryAfter - MemoryBefore) / Connections;

    /// <summary>Processor time of the server for one delivery, in microseconds; unlike the rates it does not depend on what else the machine does.</summary>
    public double ProcessorADelivery => ServerTime.TotalMicroseconds / Math.Max(1, Sustained.Deliveries);
}
