// SPDX-License-Identifier: MPL-2.0
//
// A workbook with everything that follows from comparing it.
//
//     const Compared compared(WorkbookFixture::filled(Language::danish));
//     compared.of("3", GroupKind::country, day(2018, 12, 31)).verdict;
#pragma once

#include "workbook_fixture.hpp"

#include "benchmark/compare.hpp"

#include <stdexcept>

namespace trinvis::tests
{

struct Compared
{
    /// As of 1 March 2021, when all rounds of the demonstration data have passed.
    explicit Compared(const WorkbookFixture& book)
        : workbook(book.read()), data(workbook, words(), municipalities()),
          source(workbook, data, words(), municipalities()),
          benchmark(compare(workbook, data, words(), municipalities(), day(2021, 3, 1)))
    {
    }
    Compared(const Compared&) = delete;
    Compared& operator=(const Compared&) = delete;

    [[nodiscard]] const Comparison& of(std::string_view figure, GroupKind group, Date period) const
    {
        for (const Comparison& comparison : benchmark.comparisons)
            if (comparison.figure == figure && comparison.group == group && comparison.period == period)
                return comparison;
        throw std::logic_error("no such comparison");
    }

    [[nodiscard]] const Figure& figure(std::string_view id) const
    {
        return *workbook.figure(id);
    }

    [[nodiscard]] const Texts& texts() const
    {
        return words().in(workbook.language);
    }

    Workbook workbook;
    ComparisonData data;
    FigureSource source;
    Benchmark benchmark;
};

/// A municipality with all rounds of the demonstration data and those of all the others.
[[nodiscard]] inline WorkbookFixture with_whole_country(std::string_view municipality)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish, municipality);
    book.add_all_comparison_data();
    return book;
}

/// Brønderslev with all rounds of the demonstration data and the whole country to compare with, made once.
[[nodiscard]] inline const Compared& country_compared()
{
    static const Compared compared(with_whole_country("810"));
    return compared;
}

} // namespace trinvis::tests
