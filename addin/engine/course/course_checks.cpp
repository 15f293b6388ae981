// SPDX-License-Identifier: MPL-2.0
#include "course/course_checks.hpp"

#include "table/danish_holidays.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <cstdlib>

namespace trinvis
{

namespace
{

using std::chrono::sys_days;

/// So far from the four guidance days a course is still one of "about four": the tool's own limit.
constexpr int about = 1;
constexpr double days_a_month = 365.25 / 12;

class Checking
{
public:
    Checking(const Course& course, const CourseForm& form, const Texts& texts)
        : m_course(course), m_form(form), m_texts(texts)
    {
    }

    std::vector<CourseRemark> all()
    {
        for (const Activity& activity : m_course.activities)
            check(activity);
        check_order();
        if (!m_course.activities.empty())
            check_terms();
        std::stable_sort(m_remarks.begin(), m_remarks.end(),
                         [](const CourseRemark& a, const CourseRemark& b) { return a.severity < b.severity; });
        return std::move(m_remarks);
    }

private:
    void add(Severity severity, Place place, const std::string& key, const Replacements& values)
    {
        m_remarks.push_back({severity, place, m_texts.format(key, values), m_texts.format(key + ".remedy", values)});
    }

    [[nodiscard]] Place place_of(const Activity& activity, std::string_view key) const
    {
        return {m_course.table.sheet, activity.row, std::max(0, m_course.table.column(key))};
    }

    [[nodiscard]] Place place_of_course() const
    {
        return {m_course.table.sheet, m_course.table.heading_row, std::max(0, m_course.table.column("date"))};
    }

    void check(const Activity& activity)
    {
        const Language language = m_texts.language();
        if (activity.date_is_faulty)
            add(Severity::error, place_of(activity, "date"), "course.check.no_date", {{"activity", activity.activity}});
        if (activity.end_is_faulty)
            add(Severity::error, place_of(activity, "end"), "course.check.no_date", {{"activity", activity.activity}});
        if (activity.date && activity.end && *activity.end < *activity.date)
            add(Severity::error, place_of(activity, "end"), "course.check.end_before",
                {{"activity", activity.activity},
                 {"date", format_date(*activity.date, language)},
                 {"end", format_date(*activity.end, language)}});
        if (!activity.date && !activity.date_is_faulty)
            add(Severity::information, place_of(activity, "date"), "course.check.undated",
                {{"activity", activity.activity}});
        check_day(activity, activity.date, "date");
        check_day(activity, activity.end, "end");
    }

    void check_day(const Activity& activity, std::optional<Date> date, std::string_view key)
    {
        if (!date)
            return;
        Replacements values{{"activity", activity.activity}, {"date", format_date(*date, m_texts.language())}};
        if (const auto holiday = danish_holiday(*date))
        {
            values.emplace_back("day", m_texts.get(holiday_key(*holiday)));
            add(Severity::warning, place_of(activity, key), "course.check.holiday", values);
        }
        else if (is_weekend(*date))
            add(Severity::warning, place_of(activity, key), "course.check.weekend", values);
        else if (const auto quiet = quiet_day(*date))
        {
            values.emplace_back("day", m_texts.get(quiet_day_key(*quiet)));
            add(Severity::information, place_of(activity, key), "course.check.quiet_day", values);
        }
    }

    [[nodiscard]] std::vector<const Activity*> guidance_days() const
    {
        std::vector<const Activity*> found;
        for (const Activity& activity : m_course.activities)
            if (activity.kind == ActivityKind::guidance_day)
                found.push_back(&activity);
        return found;
    }

    /// Guidance days follow each other by number; what is done between them may overlap.
    void check_order()
    {
        std::vector<const Activity*> ordered = guidance_days();
        std::erase_if(ordered, [](const Activity* activity) { return !activity->order || !activity->date; });
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const Activity* a, const Activity* b) { return *a->order < *b->order; });
        for (std::size_t i = 1; i < ordered.size(); ++i)
            if (*ordered[i]->date <= *ordered[i - 1]->date)
                add(Severity::warning, place_of(*ordered[i], "date"), "course.check.order",
                    {{"activity", ordered[i]->activity},
                     {"date", format_date(*ordered[i]->date, m_texts.language())},
                     {"before", ordered[i - 1]->activity},
                     {"date_before", format_date(*ordered[i - 1]->date, m_texts.language())}});
    }

    void check_terms()
    {
        const auto count = static_cast<int>(guidance_days().size());
        if (std::abs(count - m_form.guidance_days) > about)
            add(Severity::warning, place_of_course(), "course.check.guidance_days",
                {{"n", std::to_string(count)}, {"usual", std::to_string(m_form.guidance_days)}});
        const auto span = span_of(m_course);
        if (!span)
            return;
        const Replacements values{{"from", format_date(span->first, m_texts.language())},
                                  {"to", format_date(span->second, m_texts.language())},
                                  {"shortest", std::to_string(m_form.shortest_months)},
                                  {"longest", std::to_string(m_form.longest_months)}};
        if (span->second < months_on(span->first, m_form.shortest_months))
            add(Severity::warning, place_of_course(), "course.check.short", values);
        else if (span->second > months_on(span->first, m_form.longest_months))
            add(Severity::warning, place_of_course(), "course.check.long", values);
    }

    const Course& m_course;
    const CourseForm& m_form;
    const Texts& m_texts;
    std::vector<CourseRemark> m_remarks;
};

} // namespace

std::vector<CourseRemark> course_remarks(const Course& course, const CourseForm& form, const Texts& texts)
{
    return Checking(course, form, texts).all();
}

std::optional<std::pair<Date, Date>> span_of(const Course& course)
{
    std::optional<std::pair<Date, Date>> span;
    for (const Activity& activity : course.activities)
        if (activity.date)
        {
            const Date last = std::max(*activity.date, *activity.last_day());
            if (!span)
                span.emplace(*activity.date, last);
            span->first = std::min(span->first, *activity.date);
            span->second = std::max(span->second, last);
        }
    return span;
}

std::string course_sentence(const Course& course, const Texts& texts)
{
    return traced_course_sentence(course, texts).text;
}

TracedText traced_course_sentence(const Course& course, const Texts& texts)
{
    const auto guidance = static_cast<std::size_t>(
        std::count_if(course.activities.begin(), course.activities.end(),
                      [](const Activity& activity) { return activity.kind == ActivityKind::guidance_day; }));
    const auto span = span_of(course);
    if (!span)
        return texts.get("course.no_dates");
    const double length = static_cast<double>((sys_days{span->second} - sys_days{span->first}).count()) / days_a_month;
    return format_traced(
        texts, "course.summary",
        {{"activities", count_traced(texts, "course.activities", course.activities.size(), "course/activities")},
         {"guidance", count_traced(texts, "course.guidance_days", guidance, "course/guidance_days")},
         {"from", format_date(span->first, texts.language())},
         {"to", format_date(span->second, texts.language())},
         {"months", keyed_number(format_number(length, 1, texts.language()), "course/months")}});
}

} // namespace trinvis
