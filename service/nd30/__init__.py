"""Nghị định 30/2020/NĐ-CP on the layout of administrative documents: its rules and a checker.

`rules` is the one place of the decree's numbers; `check.check` holds any .docx to them; `report`
tells what was found. Inside: `reading` (what a .docx really looks like) → `parts` (which line is
which component) → `judging` (component against rule).
"""
