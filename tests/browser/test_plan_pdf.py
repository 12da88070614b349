"""A plan that comes as a PDF: its first page lies on the map."""

import pytest
from playwright.sync_api import expect

from tests.browser.places import AREA, CENTRE
from tests.browser.test_intake import drop, panel
from tests.browser.workbench import Workbench

LOCK = b"/Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s>" % (b"41" * 32, b"42" * 32)


def pdf(*pages: bytes, locked: bool = False) -> bytes:
    """Write a document of square pages of 200 points, each with what is drawn on it."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * k) for k in range(len(pages)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 200 200] >>" % (kids, len(pages)),
    ]
    for k, drawn in enumerate(pages):
        parts += [
            b"<< /Type /Page /Parent 2 0 R /Resources << >> /Contents %d 0 R >>" % (4 + 2 * k),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    if locked:
        parts.append(b"<< %s >>" % LOCK)
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    key = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(parts) if locked else b""
    written += b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (len(parts) + 1, key)
    written += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(written)


BLUE_TOP = b"0 0 1 rg 0 100 200 100 re f"
RED = b"1 0 0 rg 0 0 200 200 re f"
PIXEL = """async (image, [u, v]) => {
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  return [...pen.getImageData(u * canvas.width, v * canvas.height, 1, 1).data];
}"""


def test_the_first_page_lies_on_the_map(bench: Workbench) -> None:
    bench.open(AREA, CENTRE)
    drop(bench.page, "helhedsplan.pdf", pdf(BLUE_TOP, RED), "application/pdf")
    plan = bench.page.locator("img.plan.is-in-hand")
    expect(plan).to_have_count(1)
    expect(panel(bench.page)).to_contain_text("helhedsplan.pdf")
    # 200 points at 200 pixels to the inch.
    assert plan.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [555, 555]
    assert plan.evaluate(f"(image) => ({PIXEL})(image, [0.5, 0.25])") == [0, 0, 255, 255]
    assert plan.evaluate(f"(image) => ({PIXEL})(image, [0.5, 0.75])") == [255, 255, 255, 255]
    said = bench.page.get_by_text("Side 1 af 2 i helhedsplan.pdf ligger midt på kortet")
    expect(said.first).to_be_attached()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf(RED, locked=True), "låst med en adgangskode"),
        (b"%PDF-1.7 ...", "gem siden som billede"),
        (pdf(), "gem siden som billede"),
    ],
    ids=["locked", "cut off", "no page"],
)
def test_why_a_page_cannot_lie_there_is_told(bench: Workbench, content: bytes, said: str) -> None:
    bench.open(AREA, CENTRE)
    drop(bench.page, "plan.pdf", content, "application/pdf")
    expect(panel(bench.page).get_by_role("alert")).to_contain_text(said)
    expect(bench.page.locator("img.plan")).to_have_count(0)
