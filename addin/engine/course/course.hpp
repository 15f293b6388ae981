// SPDX-License-Identifier: MPL-2.0
//
// The sheet Forløb: as it begins, and the course as it stands there.
//
//     const SheetContent sheet = course_sheet(form, start, texts);
//     const Course course = read_course(workbook, words);
#pragma once

#include "catalogue/workbook.hpp"
#include "course/form.hpp"
#include "table/sheet_content.hpp"

#include <optional>

namespace trinvis
{

/// The sheet with the proposed activities, dated from the start on. The start must exist.
[[nodiscard]] SheetContent course_sheet(const CourseForm& form, Date start, const Texts& texts);

/// One row of the sheet.
struct Activity
{
    int row = -1;
    std::string number;
    std::optional<double> order;      ///< the number as a number
    std::optional<ActivityKind> kind; ///< nothing where the word is none of the four
    std::string kind_text;
    std::string activity;
    std::optional<Date> date;
    std::optional<Date> end;
    bool date_is_faulty = false; ///< something stands there that is no date
    bool end_is_faulty = false;
    std::string participants;
    std::string preparation;
    std::string product;
    std::string dialogue;
    std::string resources;
    std::optional<double> hours;
    std::string responsible;
    std::string remark;

    /// The last day: the end, or the date where there is none.
    [[nodiscard]] std::optional<Date> last_day() const
    {
        return end ? end : date;
    }
};

struct Course
{
    TableArea table;
    std::vector<Activity> activities; ///< in the order of the sheet, without empty rows
};

/// A course without activities where the sheet is not there.
[[nodiscard]] Course read_course(const Workbook& workbook, const Words& words);

/// The activities by date, those without a date last; the same date by number, then as in the sheet.
[[nodiscard]] std::vector<const Activity*> in_order_of_time(const Course& course);

/// "14-12-2026" or "14-12-2026 – 05-03-2027"; empty without a date.
[[nodiscard]] std::string dates_of(const Activity& activity, Language language);

} // namespace trinvis
