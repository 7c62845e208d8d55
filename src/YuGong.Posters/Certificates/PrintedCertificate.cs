namespace YuGong.Posters.Certificates;

/// <summary>All that stands on a certificate, ready to be typeset.</summary>
/// <param name="Number">As printed: <c>YG-Z-2026-0001</c>.</param>
/// <param name="Mountain">Whose ridges it bears: the story's id, so that the certificate shows the mountain of its page; else the
/// number.</param>
/// <param name="VerifyAddress">What the QR code says, with scheme and host.</param>
/// <param name="Specimen">Made up: it carries the ribbon 示例.</param>
public sealed record PrintedCertificate(string Number, string Recommender, string Person, DateOnly Issued, string Code, string Mountain,
    string VerifyAddress, bool Specimen);

/// <summary>Who gives the certificates.</summary>
/// <param name="Theme">Of the call.</param>
/// <param name="Host">For the line that says where to verify.</param>
/// <param name="Text">What the site has its certificates of honour say, with <c>{person}</c> and <c>{theme}</c>; may be empty.</param>
/// <param name="Motto">Of the site; may be empty.</param>
public sealed record CertificateGivers(string Theme, IReadOnlyList<string> Organizers, string Host, string Text = "", string Motto = "");

/// <summary>What a certificate lacks: a text that its box does not hold, or characters that no font has.</summary>
/// <param name="Box">The design's name for it.</param>
/// <param name="Missing">The characters; empty when the text is too long. The text itself is not repeated.</param>
public sealed record CertificateFault(string Box, IReadOnlyList<string> Missing);

/// <param name="Pdf">Null when there are faults.</param>
public sealed record PressedCertificate(PrintedCertificate Certificate, byte[]? Pdf, IReadOnlyList<CertificateFault> Faults);
