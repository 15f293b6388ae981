// SPDX-License-Identifier: MPL-2.0
//
// Several files of answers taken in one after the other, into a sheet that is there or into one that is to be made.
//
//     SurveyIntake intake(survey_sheet(survey, texts));
//     intake.take(bytes, survey, words, municipalities, own, language);
//     intake.content();                               // the sheet with the answers in it
#pragma once

#include "survey/import.hpp"

#include <optional>

namespace trinvis
{

class SurveyIntake
{
public:
    /// Into a sheet of a workbook, with its table.
    SurveyIntake(Grid grid, TableArea area);
    /// Into a sheet that is to be made.
    explicit SurveyIntake(SheetContent content);

    /// Takes a file in. One with faults changes nothing and comes back with them.
    SurveyImport take(std::string_view bytes, const Survey& survey, const Words& words,
                      const Municipalities& municipalities, const Municipality* own, Language language);

    /// All files that were taken in, as one change to the sheet that is there.
    [[nodiscard]] const SurveyImport& sum() const
    {
        return m_sum;
    }

    /// The sheet that is to be made, with the answers in it.
    [[nodiscard]] const SheetContent& content() const
    {
        return *m_content;
    }

private:
    void apply(const CellUpdate& change);

    Grid m_grid;
    TableArea m_area;
    std::optional<SheetContent> m_content;
    SurveyImport m_sum;
};

} // namespace trinvis
