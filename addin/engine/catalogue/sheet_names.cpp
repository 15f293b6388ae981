// SPDX-License-Identifier: MPL-2.0
#include "catalogue/sheet_names.hpp"

#include <stdexcept>

namespace trinvis
{

const std::vector<SheetKind>& sheet_kinds()
{
    static const std::vector<SheetKind> kinds{
        {"guide", "trinvis_vejledning", {}},
        {"facts", "trinvis_stamdata", {"field", "value"}},
        {"catalogue",
         "trinvis_katalog",
         {"number", "name", "kind", "numerator_item", "denominator_item", "value_item", "factor", "unit"}},
        {"entry", "trinvis_indtastning", {"id", "figure", "name", "role", "unit"}},
        {"comparison", "trinvis_sammenligningsdata", {"municipality", "item", "cut_off", "value"}},
        {"imports", "trinvis_import", {}},
        {"groups", "trinvis_grupper", {"name", "code", "chosen"}},
        {"survey", "trinvis_spoergeskema", {}},
        {"ladder", "trinvis_indsatstrappe", {}},
        {"ladder_children", "trinvis_boern_paa_trin", {}},
        {"ladder_movements", "trinvis_bevaegelser", {}},
        {"accounts", "trinvis_regnskab", {}},
        {"price_index", "trinvis_prisindeks", {}},
        {"mini_analysis", "trinvis_minianalyse", {}},
        {"focus_areas", "trinvis_fokusomraader", {}},
        {"inspiration", "trinvis_inspiration", {}},
        {"course", "trinvis_forloeb", {}},
        {"rules", "trinvis_regler", {"id", "table", "when", "must", "severity", "message"}},
        {"rule_language", "trinvis_regelsprog", {}},
        {"validation", "trinvis_validering", {}},
        {"explanations", "trinvis_forklaringer", {}},
        {"rule_status", "trinvis_regelstatus", {}},
        {"difference", "trinvis_forskel", {}},
        {"benchmark", "trinvis_sammenligning", {}},
        {"chart_data", "trinvis_diagramdata", {}},
        {"survey_result", "trinvis_svarfordeling", {}},
        {"survey_chart_data", "trinvis_diagramdata_svar", {}},
        {"ladder_result", "trinvis_trinfordeling", {}},
        {"ladder_chart_data", "trinvis_diagramdata_trin", {}},
        {"spending", "trinvis_udgifter", {}},
        {"spending_chart_data", "trinvis_diagramdata_udgifter", {}},
        {"course_chart_data", "trinvis_diagramdata_forloeb", {}},
        {"rehearsal", "trinvis_proeve", {}},
    };
    return kinds;
}

const std::vector<std::string_view>& own_reports()
{
    static const std::vector<std::string_view> ids{"guide",
                                                   "rules",
                                                   "rule_language",
                                                   "validation",
                                                   "rule_status",
                                                   "difference",
                                                   "rehearsal",
                                                   "benchmark",
                                                   "chart_data",
                                                   "imports",
                                                   "survey_result",
                                                   "survey_chart_data",
                                                   "ladder_result",
                                                   "ladder_chart_data",
                                                   "spending",
                                                   "spending_chart_data",
                                                   "course_chart_data"};
    return ids;
}

const SheetKind& sheet_by_id(std::string_view id)
{
    for (const SheetKind& kind : sheet_kinds())
        if (kind.id == id)
            return kind;
    throw std::out_of_range("no sheet with the id " + std::string(id));
}

} // namespace trinvis
