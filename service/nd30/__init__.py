"""Nghị định 30/2020/NĐ-CP on the layout of administrative documents."""
