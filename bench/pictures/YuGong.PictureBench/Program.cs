using System.Diagnostics;
using System.Globalization;
using YuGong.Imaging.Vips;
using YuGong.PictureBench;

// photos FOLDER COUNT · picture FILE WIDTH HEIGHT · renditions FOLDER OUT · tiles FILE OUT
switch (args)
{
    case ["photos", var folder, var count]:
        Directory.CreateDirectory(folder);
        Parallel.For(0, Number(count), new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i => MadePhoto.Write(Path.Combine(folder, $"{i:000}.jpg"), 4000, 3000, (uint)i + 1));
        break;
    case ["picture", var file, var width, var height]:
        MadePhoto.Write(file, Number(width), Number(height), 7);
        break;
    case ["renditions", var folder, var output]:
        Renditions(folder, output);
        break;
    case ["tiles", var file, var output]:
        Tiles(file, output);
        break;
    default:
        return 2;
}

return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static void Renditions(string folder, string output)
{
    Directory.CreateDirectory(output);
    var files = Directory.GetFiles(folder, "*.*");
    var watch = Stopwatch.StartNew();
    Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
    {
        var head = ImageHeader.Read(file);
        using var source = SourcePicture.Load(file, head, 1600.0 / head.Width);
        foreach (var width in (int[])[480, 960, 1600])
        {
            foreach (var (packing, suffix) in ((ImageFormat, string)[])[(ImageFormat.Jpeg, "jpg"), (ImageFormat.Webp, "webp"),
                (ImageFormat.Avif, "avif")])
            {
                File.WriteAllBytes(Path.Combine(output, $"{Path.GetFileName(file)}-{width}.{suffix}"),
                    source.Pack(new(0, 0, head.Width, head.Height), width, width * head.Height / head.Width, packing, []));
            }
        }
    });
    Tell($"yugong ({Engine.Version}): {files.Length} photos", watch);
}

static void Tiles(string file, string output)
{
    var watch = Stopwatch.StartNew();
    var head = ImageHeader.Read(file);
    TileFiles.Cut(file, head, output, 512);
    Tell($"tiles of {head.Width} × {head.Height}", watch);
}

static void Tell(string what, Stopwatch watch)
{
    using var self = Process.GetCurrentProcess();
    Console.WriteLine(
        $"{what}: {watch.Elapsed.TotalSeconds:0.00} s, CPU {self.TotalProcessorTime.TotalSeconds:0.00} s, peak "
        + $"{self.PeakWorkingSet64 / 1e6:0} MB");
}
