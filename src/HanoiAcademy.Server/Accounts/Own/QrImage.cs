using System.Globalization;
using System.Text;
using QRCoder;

namespace HanoiAcademy.Server.Accounts.Own;

/// <summary>A QR code as one SVG path, a unit a module: no picture to fetch, and no style that the policy would refuse.</summary>
internal sealed record QrImage(int Size, string Path)
{
    public static QrImage Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var run = 0;
                while (x + run < row.Count && row[x + run])
                    run++;
                if (run > 0)
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                x += run;
            }
        }

        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
