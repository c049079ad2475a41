"""What the recipes set on sections: paper, margins, page numbers."""

from __future__ import annotations

import copy
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from service.nd30.rules import PAGE


def set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE.width), Mm(PAGE.height)
    section.top_margin, section.bottom_margin = Mm(PAGE.top.used), Mm(PAGE.bottom.used)
    section.left_margin, section.right_margin = Mm(PAGE.left.used), Mm(PAGE.right.used)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def number_pages(document: Document) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.style = "Số trang"
    field_code = (
        f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(parse_xml(field_code))


def end_section(document: Document, paragraph: Paragraph, *, landscape: bool) -> None:
    """End the last section with a paragraph; what follows counts its pages from 1.

    Turned pages have the same margins on top, below, left and right, as they are read.
    """
    last = document.sections[-1]._sectPr
    ended = copy.deepcopy(last)
    if landscape:
        _turn(ended)
    paragraph._p.get_or_add_pPr().append(ended)
    if last.find(qn("w:pgNumType")) is None:
        last.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))


def _turn(section: Any) -> None:
    section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = WD_ORIENTATION.LANDSCAPE
