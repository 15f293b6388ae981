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
        {"survey", "trinvis_spoergeskema", {}, true},
        {"ladder", "trinvis_indsatstrappe", {}, true},
        {"ladder_children", "trinvis_boern_paa_trin", {}, true},
        {"ladder_movements", "trinvis_bevaegelser", {}, true},
        {"accounts", "trinvis_regnskab", {}, true},
        {"price_index", "trinvis_prisindeks", {}, true},
        {"mini_analysis", "trinvis_minianalyse", {}, true},
        {"focus_areas", "trinvis_fokusomraader", {}, true},
        {"inspiration", "trinvis_inspiration", {}, true},
        {"goals", "trinvis_udviklingsplan", {}, true},
        {"course", "trinvis_forloeb", {}, true},
        {"rules", "trinvis_regler", {"id", "table", "when", "must", "severity", "message"}},
        {"rule_language", "trinvis_regelsprog", {}},
        {"validation", "trinvis_validering", {}},
        {"explanations", "trinvis_forklaringer", {}},
        {"rule_status", "trinvis_regelstatus", {}},
        {"difference", "trinvis_forskel", {}},
        {"benchmark", "trinvis_sammenligning", {}},
        {"chart_data", "trinvis_diagramdata", {}},
        {"survey_result", "trinvis_svarfordeling", {}, true},
        {"survey_chart_data", "trinvis_diagramdata_svar", {}, true},
        {"ladder_result", "trinvis_trinfordeling", {}, true},
        {"ladder_chart_data", "trinvis_diagramdata_trin", {}, true},
        {"spending", "trinvis_udgifter", {}, true},
        {"spending_chart_data", "trinvis_diagramdata_udgifter", {}, true},
        {"goals_result", "trinvis_opfoelgning", {}, true},
        {"goals_chart_data", "trinvis_diagramdata_maal", {}, true},
        {"course_result", "trinvis_tidslinje", {}, true},
        {"course_chart_data", "trinvis_diagramdata_forloeb", {}, true},
        {"rehearsal", "trinvis_proeve", {}},
        {"plan_check", "trinvis_plantjek", {}},
        {"update", "trinvis_opdatering", {}},
        {"delivery_check", "trinvis_kvitteringstjek", {}},
    };
    return kinds;
}

const std::vector<std::string_view>& own_reports()
{
    static const std::vector<std::string_view> ids{"guide",          "rules",
                                                   "rule_language",  "validation",
                                                   "rule_status",    "difference",
                                                   "rehearsal",      "benchmark",
                                                   "chart_data",     "imports",
                                                   "survey_result",  "survey_chart_data",
                                                   "ladder_result",  "ladder_chart_data",
                                                   "spending",       "spending_chart_data",
                                                   "goals_result",   "goals_chart_data",
                                                   "course_result",  "course_chart_data",
                                                   "plan_check",     "update",
                                                   "delivery_check", "practice"};
    return ids;
}

const SheetKind& sheet_by_id(std::string_view id)
{
    // The one stands in a document of its own, the other in a practice workbook alone, so no guide lists them.
    static const SheetKind folder_overview{"folder_overview", "trinvis_mappeoversigt", {}};
    static const SheetKind practice{"practice", "trinvis_oevelse", {}};
    for (const SheetKind& kind : sheet_kinds())
        if (kind.id == id)
            return kind;
    if (id == folder_overview.id)
        return folder_overview;
    if (id == practice.id)
        return practice;
    throw std::out_of_range("no sheet with the id " + std::string(id));
}

} // namespace trinvis
