"""Spreadsheets made for a test."""

import io

from openpyxl import Workbook

from festivals.imports import reports

HEAD = ["No", "Nama Event", "Tanggal", "Waktu", "Tempat"]


def book(*rows, merge=()):
    workbook = Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(list(row))
    for area in merge:
        sheet.merge_cells(area)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def read(content, name="k.xlsx"):
    return reports.read(content, name)
