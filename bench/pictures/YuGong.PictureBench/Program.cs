using System.Diagnostics;
using YuGong.Imaging.Vips;

// photos FOLDER COUNT · renditions FOLDER OUT · tiles FILE OUT
switch (args)
{
    case ["photos", var folder, var count]:
        Directory.CreateDirectory(folder);
        for (var i = 0; i < int.Parse(count, System.Globalization.CultureInfo.InvariantCulture); i++)
        {
            Photo(Path.Combine(folder, $"{i:000}.jpg"), 4000, 3000, (uint)i + 1);
        }

        break;
    case ["scan", var file]:
        Photo(file, 9011, 6673, 7);
        break;
    case ["renditions", var folder, var output]:
        Renditions(folder, output);
        break;
    case ["tiles", var file, var output]:
        Tiles(file, output);
        break;
}

static void Photo(string file, int width, int height, uint seed)
{
    using var raster = new Raster(width, height, 3, 96);
    var pixels = raster.Pixels;
    var random = seed;
    for (var y = 0; y < height; y++)
    {
        var ridge = Math.Sin(((double)y / height * 9) + seed);
        for (var x = 0; x < width; x++)
        {
            random = (random * 1664525) + 1013904223;
            var tone = (int)(128 + (60 * ridge) + (50 * Math.Sin((x * 0.004) + (ridge * 3)))) + (int)(random >> 29);
            var i = ((y * width) + x) * 3;
            (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)tone, (byte)(tone * 9 / 10), (byte)(255 - tone));
        }
    }

    File.WriteAllBytes(file, raster.Jpeg());
}

static void Renditions(string folder, string output)
{
    Directory.CreateDirectory(output);
    var files = Directory.GetFiles(folder, "*.jpg");
    var watch = Stopwatch.StartNew();
    Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
    {
        var head = PictureHead.Read(file);
        using var source = SourcePicture.Load(file, head, 1600.0 / head.Width);
        foreach (var width in (int[])[480, 960, 1600])
        {
            foreach (var (packing, suffix) in ((Packing, string)[])[(Packing.Jpeg, "jpg"), (Packing.Webp, "webp"), (Packing.Avif, "avif")])
            {
                File.WriteAllBytes(Path.Combine(output, $"{Path.GetFileName(file)}-{width}.{suffix}"), source.Pack(new(0, 0, head.Width, head.Height), width, width * head.Height / head.Width, packing, []));
            }
        }
    });
    Tell($"yugong ({Engine.Version}): {files.Length} photos", watch);
}

static void Tiles(string file, string output)
{
    var watch = Stopwatch.StartNew();
    var head = PictureHead.Read(file);
    TileFiles.Cut(file, head, output, 512);
    Tell($"tiles of {head.Width} × {head.Height}", watch);
}

static void Tell(string what, Stopwatch watch)
{
    using var self = Process.GetCurrentProcess();
    Console.WriteLine($"{what}, {watch.Elapsed.TotalSeconds:0.00} s, CPU {self.TotalProcessorTime.TotalSeconds:0.00} s, peak {self.PeakWorkingSet64 / 1e6:0} MB");
}
