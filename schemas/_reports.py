"""Báo cáo thành tích: of a collective (Mẫu 04) and of an individual (Mẫu 05).

Source: forms in the annex of Nghị định 152/2025/NĐ-CP; the headings are known from quotations,
the forms' full text was not seen (2026-11-21).
"""

from __future__ import annotations

from schemas._parts import Signer
from service.fields import Choice, Computed, Day, Many, Name, Part, Text, Whole, Year
from service.schema import Schema

GENDERS = {"male": "Nam", "female": "Nữ"}


class Honour(Schema):
    """A title or commendation received earlier."""

    year = Year("Năm", required=True)
    name = Text("Danh hiệu, hình thức", required=True)
    decision = Text("Số, ngày quyết định; cơ quan ban hành", required=True)


class Result(Schema):
    """One indicator of the period: plan and result with their unit, as text."""

    indicator = Text("Chỉ tiêu", required=True)
    unit = Name("Đơn vị tính", max_length=60, required=True)
    plan = Name("Kế hoạch", max_length=60, required=True)
    actual = Name("Thực hiện", max_length=60, required=True)


class AchievementReport(Schema):
    """What both forms have: the subject, the past honours, who reports and who confirms."""

    subject = Name("Tập thể, cá nhân", "Đúng tên trong danh sách đề nghị.", required=True)
    results = Many(Part(Result), "Kết quả các chỉ tiêu", maximum=100)
    titles = Many(Part(Honour), "Danh hiệu thi đua đã đạt", maximum=100)
    commendations = Many(Part(Honour), "Hình thức khen thưởng đã đạt", maximum=100)
    reporter = Part(Signer, "Người ký báo cáo", required=True)
    confirmed_by = Part(Signer, "Thủ trưởng xác nhận", required=True)
    award_name = Computed("Danh hiệu, hình thức đề nghị")


class CollectiveReport(AchievementReport):
    """Mẫu 04."""

    address = Text("Trụ sở, điện thoại, trang thông tin", required=True)
    organisation = Text("Quá trình thành lập, cơ cấu tổ chức", required=True)
    staff = Whole("Tổng số người lao động", required=True)
    functions = Text("Chức năng, nhiệm vụ", required=True)
    achievements = Many(Text("Thành tích"), "Thành tích đạt được", minimum=1)
    measures = Many(Text("Biện pháp, sáng kiến"), "Các biện pháp, sáng kiến")
    compliance = Text("Chấp hành pháp luật", "Thuế, bảo hiểm xã hội, an toàn, môi trường.")
    community = Text("Công tác đảng, đoàn thể, xã hội")


class IndividualReport(AchievementReport):
    """Mẫu 05."""

    alias = Name("Bí danh")
    born = Day("Ngày sinh", required=True)
    gender = Choice("Giới tính", GENDERS, required=True)
    home_town = Name("Quê quán", required=True)
    residence = Name("Nơi thường trú", required=True)
    unit = Name("Đơn vị công tác", required=True)
    post = Name("Chức vụ hiện nay", required=True)
    qualification = Name("Trình độ chuyên môn", required=True)
    duties = Text("Nhiệm vụ được giao", required=True)
    achievements = Many(Text("Thành tích"), "Thành tích đạt được", minimum=1)
    initiatives = Many(Text("Sáng kiến"), "Sáng kiến")
    ratings = Many(Part(Honour), "Mức độ hoàn thành nhiệm vụ", maximum=100)
