using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace YuGong.Leads;

/// <summary>
/// Score sheets as .xlsx (ISO/IEC 29500): the head stays in sight, long texts wrap, scores are held to 0–100, and only scores and remarks
/// are open to writing.
/// </summary>
public static class ScoreWorkbook
{
    /// <summary>In characters of the default font.</summary>
    private static readonly double[] Widths = [14, 18, 14, 70, 36, 14, 36];

    public static byte[] Write(IReadOnlyList<ScoreRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            main.Workbook = new();
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = main.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            data.Append(Line(1, ScoreColumns.All, head: true));
            foreach (var (row, i) in rows.Select((r, i) => (r, i)))
            {
                data.Append(Line((uint)i + 2, ScoreColumns.Cells(row), head: false));
            }

            var last = rows.Count + 1;
            part.Worksheet = new(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(Widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })),
                data,
                new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false },
                new DataValidations(new DataValidation(new Formula1("0"),
                    new Formula2(Score.Highest.ToString(CultureInfo.InvariantCulture)))
                {
                    Type = DataValidationValues.Decimal, AllowBlank = true, ShowErrorMessage = true, ErrorTitle = "评分",
                    Error = "请写 0 到 100 的数。",
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = $"F2:F{Math.Max(2, last)}" },
                }));
            main.Workbook.Append(new Sheets(new Sheet { Id = main.GetIdOfPart(part), SheetId = 1, Name = "评分表" }));
        }

        return buffer.ToArray();
    }

    private static Row Line(uint index, string[] cells, bool head) =>
        new(cells.Select((text, i) =>
        new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = $"{(char)('A' + i)}{index}", DataType = CellValues.InlineString, StyleIndex = head ? 1u : i >= 5 ? 3u : 2u,
    }))
    { RowIndex = index };

    private static Stylesheet Styles()
    {
        var wrap = new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true };
        return new(
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "宋体" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF5EFE2" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, FillId = 2, ApplyFill = true, ApplyFont = true, Alignment = (Alignment)wrap.CloneNode(true),
                    ApplyAlignment = true },
                new CellFormat { Alignment = (Alignment)wrap.CloneNode(true), ApplyAlignment = true },
                new CellFormat { Alignment = (Alignment)wrap.CloneNode(true), ApplyAlignment = true,
                    Protection = new Protection { Locked = false }, ApplyProtection = true }));
    }
}
