using System.Globalization;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Designs;

/// <summary>Reads SVG path data (SVG 2, 9.3) into an outline; arcs and quadratic curves become cubic ones.</summary>
internal static class PathData
{
    /// <summary>Null when the data cannot be read.</summary>
    public static Outline? Read(string data)
    {
        var reader = new Reader(data);
        return reader.Read() ? new(reader.Segments) : null;
    }

    private sealed class Reader(string data)
    {
        private int at;
        private Point pen, start, control;
        private char last;

        public List<Segment> Segments { get; } = [];

        public bool Read()
        {
            var command = '\0';
            while (SkipBlanks() < data.Length)
            {
                if (char.IsAsciiLetter(data[at]))
                {
                    command = data[at++];
                }
                else if (command == '\0' || command is 'z' or 'Z')
                {
                    return false;
                }

                if (!Do(command))
                {
                    return false;
                }

                last = char.ToUpperInvariant(command);
                command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
            }

            return Segments is [{ OutlineStep: OutlineStep.Move }, ..];
        }

        private bool Do(char command)
        {
            var from = char.IsLower(command) ? pen : default;
            switch (char.ToUpperInvariant(command))
            {
                case 'M':
                    return Point(from, out var to) && Then(() => { Segments.Add(new(OutlineStep.Move, to)); start = pen = to; });
                case 'L':
                    return Point(from, out to) && Then(() => Line(to));
                case 'H':
                    return Number(out var x) && Then(() => Line(new(from.X + x, pen.Y)));
                case 'V':
                    return Number(out var y) && Then(() => Line(new(pen.X, from.Y + y)));
                case 'C':
                    return Point(from, out var first) && Point(from, out var second) && Point(from, out to)
                        && Then(() => Curve(first, second, to));
                case 'S':
                    return Point(from, out second) && Point(from, out to)
                        && Then(() => Curve(last is 'C' or 'S' ? Mirrored() : pen, second, to));
                case 'Q':
                    return Point(from, out first) && Point(from, out to) && Then(() => Quadratic(first, to));
                case 'T':
                    return Point(from, out to) && Then(() => Quadratic(last is 'Q' or 'T' ? Mirrored() : pen, to));
                case 'A':
                    return Number(out var rx) && Number(out var ry) && Number(out var turn) && Flag(out var large) && Flag(out var sweep)
                        && Point(from, out to)
                        && Then(() => Arcs.Add(pen, to, Math.Abs(rx), Math.Abs(ry), turn, large, sweep, Curve, Line));
                case 'Z':
                    return Then(() => { Segments.Add(new(OutlineStep.Close, default)); pen = start; });
                default:
                    return false;
            }
        }

        private Point Mirrored() => new((2 * pen.X) - control.X, (2 * pen.Y) - control.Y);

        private static bool Then(Action act)
        {
            act();
            return true;
        }

        private void Line(Point to)
        {
            Segments.Add(new(OutlineStep.Line, to));
            pen = to;
        }

        private void Curve(Point first, Point second, Point to)
        {
            Segments.Add(new(OutlineStep.Curve, to, first, second));
            (pen, control) = (to, second);
        }

        private void Quadratic(Point middle, Point to)
        {
            var from = pen;
            Curve(new(from.X + (2 * (middle.X - from.X) / 3), from.Y + (2 * (middle.Y - from.Y) / 3)),
                new(to.X + (2 * (middle.X - to.X) / 3), to.Y + (2 * (middle.Y - to.Y) / 3)), to);
            control = middle;
        }

        private bool Point(Point from, out Point point)
        {
            var read = Number(out var x) & Number(out var y);
            point = new(from.X + x, from.Y + y);
            return read;
        }

        private bool Flag(out bool flag)
        {
            flag = SkipBlanks() < data.Length && data[at] == '1';
            return at < data.Length && data[at++] is '0' or '1';
        }

        private bool Number(out double number)
        {
            var from = SkipBlanks();
            at += at < data.Length && data[at] is '+' or '-' ? 1 : 0;
            Digits();
            if (at < data.Length && data[at] == '.')
            {
                at++;
                Digits();
            }

            if (at < data.Length && data[at] is 'e' or 'E')
            {
                at++;
                at += at < data.Length && data[at] is '+' or '-' ? 1 : 0;
                Digits();
            }

            return double.TryParse(data.AsSpan(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        }

        private void Digits()
        {
            while (at < data.Length && char.IsAsciiDigit(data[at]))
            {
                at++;
            }
        }

        private int SkipBlanks()
        {
            while (at < data.Length && (char.IsWhiteSpace(data[at]) || data[at] == ','))
            {
                at++;
            }

            return at;
        }
    }
}
