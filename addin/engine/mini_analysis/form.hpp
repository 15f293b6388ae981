// SPDX-License-Identifier: MPL-2.0
//
// The mini-analysis of own practice: the form that it is written on, its sheet with links to what it refers to, the focus
// areas that the figures and the survey give reasons for, and the examples that may inspire.
//
//     const MiniAnalysisForm form = MiniAnalysisForm::from_json(content);          // templates/mini_analysis.json
//     form.area("tværfagligt samarbejde")->id;                                     // "collaboration"
//     const SheetContent sheet = mini_analysis_sheet(form, texts);                 // assessment.hpp
//     const auto reasons = focus_reasons(benchmark, workbook, signals, form, words);   // focus_reasons.hpp
//
// This file: the form as it ships. The catalogue's four areas and the handbook's three elements are sourced; to use the
// elements in all areas, the ratings and the area in which a figure's proposal begins are the tool's own proposal.
#pragma once

#include "texts/both_languages.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct PracticeArea
{
    std::string id; ///< "authority", "provider", "universal", "collaboration"
    BothLanguages name;
};

struct PracticeElement
{
    std::string id;
    BothLanguages name;
    BothLanguages covers; ///< examples of what belongs to it; may be empty
};

struct Rating
{
    int value = 0; ///< 1 to 5
    BothLanguages name;
};

struct MiniAnalysisForm
{
    BothLanguages status; ///< what is sourced and what is the tool's proposal
    std::vector<PracticeArea> areas;
    std::vector<PracticeElement> elements;
    std::vector<Rating> ratings;
    std::map<std::string, std::string, std::less<>> figure_areas;   ///< figure id to area id
    std::map<std::string, std::string, std::less<>> question_areas; ///< question number to area id

    /// Throws std::invalid_argument when the content is no such form.
    [[nodiscard]] static MiniAnalysisForm from_json(std::string_view content);

    /// The area that a text names in either language, or by the first words of its name (at least four letters); null
    /// when it names none.
    [[nodiscard]] const PracticeArea* area(std::string_view text) const;

    /// The area's name by its id; empty for an id that is none.
    [[nodiscard]] std::string area_name(std::string_view id, Language language) const;

    /// The names of the areas, for a drop-down.
    [[nodiscard]] std::vector<std::string> area_names(Language language) const;
};

/// "3 – delvist på plads", as the drop-down writes it.
[[nodiscard]] std::string rating_text(const Rating& rating, Language language);

} // namespace trinvis
